import { type AcrossFacts, acrossCatalogue } from './findings/across.ts';
import { type CampaignFacts, campaignCatalogue } from './findings/campaign.ts';
import { type FileFacts, fileCatalogue } from './findings/file.ts';
import { type FormFacts, formCatalogue } from './findings/form.ts';
import { type ReportFacts, reportCatalogue } from './findings/report.ts';
import type { HoldsSenderText } from './findings/sender-text.ts';
import type { CatalogueEntry, Effect, Severity } from './findings/severity.ts';
import { type TimeFacts, timeCatalogue } from './findings/time.ts';
import { type UnitFacts, unitCatalogue } from './findings/unit.ts';
import { type ValueFacts, valueCatalogue } from './findings/value.ts';
import type { RowOrigin } from './grid.ts';

/**
 * A finding is a typed fact without words: a code, the facts that its sentence needs, and a place.
 * `lang/` turns it into what is wrong, why it matters and what to do.
 */
export interface FindingFacts
  extends FileFacts,
    FormFacts,
    ValueFacts,
    ReportFacts,
    UnitFacts,
    TimeFacts,
    AcrossFacts,
    CampaignFacts {}

export type FindingCode = keyof FindingFacts;

/** Where a finding stands. `cell` is an A1 address or a range; `row` and `col` (0-based) are its first cell, for order. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly row?: number;
  readonly col?: number;
  /** Where the row stands in a text document, whose readers know no A1 addresses. */
  readonly origin?: RowOrigin;
  /** Heading of the column, or label of the line, as the sender sees it. */
  readonly heading?: string;
  /** 1-based line of a text file (campaign.yaml, units.csv). */
  readonly line?: number;
  /** Code of the unit that the report belongs to, once it is known. */
  readonly unit?: string;
}

/** A place as a person is told it: `count` is how many cells, or how many like findings, one of them stands for. */
export interface GroupedPlace extends Place {
  readonly count?: number;
}

export type FindingOf<C extends FindingCode> = {
  readonly code: C;
  readonly facts: FindingFacts[C];
  readonly at: Place;
};

export type Finding = { readonly [C in FindingCode]: FindingOf<C> }[FindingCode];

/** A finding to be put into words, alone or standing for several. */
export type WordableFinding = Finding & { readonly at: GroupedPlace };

export const CATALOGUE: { readonly [C in FindingCode]: CatalogueEntry } = {
  ...fileCatalogue,
  ...formCatalogue,
  ...valueCatalogue,
  ...reportCatalogue,
  ...unitCatalogue,
  ...timeCatalogue,
  ...acrossCatalogue,
  ...campaignCatalogue,
};

/** The codes with a fact that is a `SenderText`. */
export type SenderTextCode = {
  [C in FindingCode]: true extends HoldsSenderText<FindingFacts[C]> ? C : never;
}[FindingCode];

/** Told by the types of the facts: a code that is missing here, or is here for nothing, does not compile. */
const HOLDS_SENDER_TEXT: { readonly [C in SenderTextCode]: true } = {
  'unit/unknown': true,
  'unit/ambiguous': true,
  'unit/other-day': true,
  'unit/disagree': true,
  'unit/near-match': true,
  'time/unreadable-date': true,
  'across/halved': true,
  'across/part': true,
  'across/parts-unclear': true,
  'across/sheets-differ': true,
  'across/order-unknown': true,
  'across/replaced': true,
  'across/after-choice': true,
  'campaign/file-outside-days': true,
  'campaign/folder-not-a-date': true,
  'campaign/received-unknown-file': true,
  'campaign/received-unreadable': true,
};

/** Whether the facts of a code may hold words of a sender, such as the name of a file: then they do not travel. */
export function holdsSenderText(code: FindingCode): code is SenderTextCode {
  return Object.hasOwn(HOLDS_SENDER_TEXT, code);
}

export function finding<C extends FindingCode>(code: C, at: Place, facts: FindingFacts[C]): Finding {
  return { code, facts, at } as unknown as Finding;
}

/** The same finding at another place: what a file's own reader could not know is added on its way, or taken away. */
export function moved(found: Finding, at: Place): Finding {
  return { ...found, at };
}

export function severityOf(found: Finding): Severity {
  return CATALOGUE[found.code].severity;
}

const RANK: Record<Effect, number> = { counted: 0, undecided: 1, rejected: 2, ignored: 3 };

/** The gravest effect among findings: ignored > rejected > undecided > counted. */
export function effectOf(findings: readonly Finding[]): Effect {
  let gravest: Effect = 'counted';
  for (const { code } of findings) {
    const { effect } = CATALOGUE[code];
    if (RANK[effect] > RANK[gravest]) gravest = effect;
  }
  return gravest;
}

/** Contract order: file, sheet, row, column, code; what has no place comes first. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.at.file ?? '', b.at.file ?? '') ||
    compareText(a.at.sheet ?? '', b.at.sheet ?? '') ||
    (a.at.row ?? a.at.line ?? -1) - (b.at.row ?? b.at.line ?? -1) ||
    (a.at.col ?? -1) - (b.at.col ?? -1) ||
    compareText(a.code, b.code) ||
    compareText(a.at.unit ?? '', b.at.unit ?? '')
  );
}

/** Code point order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
