import type { FindingWords } from '../findings.ts';
import { across } from './findings/across.ts';
import { campaign } from './findings/campaign.ts';
import { file } from './findings/file.ts';
import { form } from './findings/form.ts';
import { report } from './findings/report.ts';
import { time } from './findings/time.ts';
import { unit } from './findings/unit.ts';
import { value } from './findings/value.ts';

export const findings: FindingWords = {
  ...file,
  ...form,
  ...value,
  ...report,
  ...unit,
  ...time,
  ...across,
  ...campaign,
};
