import type { Context } from '../../console/command.ts';
import type { CheckContext } from '../../intake/fill/check.ts';
import { countingOf } from '../../load/opening.ts';
import type { CampaignFolder } from '../../model/campaign.ts';
import type { Form } from '../../model/form.ts';
import type { Unit } from '../../model/units.ts';

/** One report to be filled in. */
export interface Filling {
  readonly context: Context;
  readonly folder: CampaignFolder;
  readonly form: Form;
  readonly unit: Unit;
  readonly check: CheckContext;
}
/** What the command line says of the report. */
export interface FillFlags {
  readonly form: string | undefined;
  readonly unit: string | undefined;
  readonly inbox: boolean;
}

export function fillingOf(context: Context, folder: CampaignFolder, form: Form, unit: Unit): Filling {
  return { context, folder, form, unit, check: { counting: countingOf(folder, form.id), unit } };
}
