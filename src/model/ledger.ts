import type { Instant } from './submission.ts';

/** What the ledger (sổ theo dõi) remembers. It is append-only: a later line corrects an earlier one, nothing is erased. */

/** One line about the arrival of one file: seen by a run, or stated by a person. */
export interface Receipt {
  /** As in `files`: relative to the campaign folder, with `/`. The file as it lies in the inbox, not a part of an archive. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** When this line was recorded; of a file's first line the moment that the ledger first saw it, under whatever name. */
  readonly seenAt: Instant;
  /** `receive --at`; null when nobody stated a time. */
  readonly statedAt: Instant | null;
  readonly channel: string | null;
  /** Nhập thay: entered by the office for the unit. */
  readonly onBehalf: boolean;
}

/** Which report a decision is about: the file's bytes, and the sheet where a file holds several. */
export interface ReportRef {
  readonly path: string;
  readonly sha256: string;
  readonly sheet: string | null;
}

export type FallReason = 'sửa sai' | 'trùng' | 'điều chỉnh địa bàn' | 'đổi cách tính' | 'khác';
export const FALL_REASONS: readonly FallReason[] = [
  'sửa sai',
  'trùng',
  'điều chỉnh địa bàn',
  'đổi cách tính',
  'khác',
];

export type Decision =
  /** This report is unit X's. */
  | {
      readonly kind: 'unit';
      readonly report: ReportRef;
      readonly unit: string;
      readonly reason: string | null;
    }
  /** This report is for that day. */
  | {
      readonly kind: 'date';
      readonly report: ReportRef;
      readonly date: string;
      readonly reason: string | null;
    }
  /** This version counts among those known when it was recorded; a ledger of the first edition does not say which. */
  | {
      readonly kind: 'version';
      readonly report: ReportRef;
      readonly known?: readonly Pick<ReportRef, 'sha256' | 'sheet'>[];
      readonly reason: string | null;
    }
  /** These files, or sheets of one file, are parts of one report: their figures are added. */
  | {
      readonly kind: 'together';
      readonly reports: readonly ReportRef[];
      readonly reason: string | null;
    }
  /** What a row of this Mẫu 02 means. */
  | {
      readonly kind: 'counting';
      readonly report: ReportRef;
      readonly mode: 'rows' | 'per-person' | 'stated-total';
      readonly reason: string | null;
    }
  /** This fall is accepted: it is counted without a mark. */
  | {
      readonly kind: 'fall';
      readonly unit: string;
      readonly form: string;
      readonly date: string;
      readonly why: FallReason;
      readonly reason: string | null;
    }
  /** A change of figures after the summary was sent is explained. */
  | {
      readonly kind: 'change';
      readonly unit: string;
      readonly form: string;
      readonly date: string;
      readonly why: FallReason;
      readonly reason: string | null;
    }
  /** The unit is freed from reporting on these days, inclusive. */
  | {
      readonly kind: 'exempt';
      readonly unit: string;
      readonly from: string | null;
      readonly to: string | null;
      readonly reason: string;
    }
  /** An earlier decision no longer holds. */
  | { readonly kind: 'undo'; readonly decision: number; readonly reason: string | null };

export interface RecordedDecision {
  /** 1, 2, 3 … in order of recording. */
  readonly id: number;
  readonly recordedAt: Instant;
  readonly decision: Decision;
  /** Who recorded it; null where the first edition did. */
  readonly by: string | null;
}

export type LineKind = 'receipt' | 'decision' | 'sent';

/** A line that is not as it was recorded. */
export interface SpoiltLine {
  /** Null where not even that is known any more; `id` is then its place in the chain. */
  readonly kind: LineKind | null;
  readonly id: number;
  readonly how: 'changed' | 'missing' | 'added';
  /** The path of a receipt, the kind of a decision, the name of what was sent; null for a line that is gone. */
  readonly about: string | null;
}

/** What became of the lines that a ledger has sealed. */
export interface ChainCheck {
  readonly lines: readonly SpoiltLine[];
  /** Lines that are gone from its end. */
  readonly cut: number;
  /** The key is gone or another one: no line can be held against its seal. */
  readonly otherKey: boolean;
}

/** That a file went out, by its name and its bytes. */
export type SentMark = Pick<SentRecord, 'date' | 'name' | 'sha256'>;

/** A summary that went out: its data, and its bytes by hash. */
export interface SentRecord {
  readonly id: number;
  readonly date: string;
  readonly sentAt: Instant;
  /** Number of the letter it went with. */
  readonly number: string | null;
  readonly name: string;
  readonly sha256: string;
  /** Date, as-of time and scopes of the Summary, as JSON. */
  readonly data: string;
}

/** Numbers of the decisions that a later one undid; an undoing can itself be undone. */
export function undoneBy(recorded: readonly RecordedDecision[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { id, decision } of [...recorded].reverse()) {
    if (decision.kind === 'undo' && !undone.has(id)) undone.add(decision.decision);
  }
  return undone;
}

/** The decisions that hold: later ones about the same thing replace earlier ones, undone ones are gone. In order of recording. */
export function holding(recorded: readonly RecordedDecision[]): readonly RecordedDecision[] {
  const undone = undoneBy(recorded);
  const newest = new Map<string, RecordedDecision>();
  for (const each of recorded) {
    if (each.decision.kind === 'undo' || undone.has(each.id)) continue;
    newest.set(subjectOf(each), each);
  }
  return [...newest.values()].sort((a, b) => a.id - b.id);
}

/** Two decisions about the same subject: the later replaces the earlier. */
function subjectOf({ id, decision }: RecordedDecision): string {
  switch (decision.kind) {
    case 'unit':
    case 'counting':
      return JSON.stringify([decision.kind, decision.report.sha256, decision.report.sheet]);
    case 'date':
    case 'version': {
      // Of the file in its day's folder: a copy under another day is another delivery.
      const { path, sha256, sheet } = decision.report;
      return JSON.stringify([decision.kind, path.split('/').slice(0, 2), sha256, sheet]);
    }
    case 'together': {
      const bytes = decision.reports.map(({ path, sha256, sheet }) => [
        path.split('/').slice(0, 2),
        sha256,
        sheet,
      ]);
      return JSON.stringify([decision.kind, ...bytes.map((each) => JSON.stringify(each)).sort()]);
    }
    case 'fall':
    case 'change':
      return JSON.stringify([decision.kind, decision.unit, decision.form, decision.date]);
    case 'exempt':
    case 'undo':
      return String(id);
  }
}
