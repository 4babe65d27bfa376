import type { CountingMode, Form } from './form.ts';
import type { OtherDays } from './other-days.ts';
import type { BaseId, Roster } from './units.ts';

/** campaign.yaml, read and checked. Dates are yyyy-mm-dd, times HH:MM or HH:MM:SS in `timezone`. */
export interface Campaign {
  readonly name: string;
  /** IANA name. */
  readonly timezone: string;
  readonly authority: Authority;
  readonly directive: {
    readonly number: string | null;
    readonly date: string | null;
    readonly basis: readonly string[];
  };
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly units: string;
  readonly collect: readonly Collect[];
  readonly targets: readonly Target[];
  readonly forward: readonly Forward[];
  readonly bases: OfficeBases | null;
  readonly missing: 'carry-forward' | 'exclude';
  readonly exempt: readonly Exemption[];
  /** ISO weekdays (1 = Monday … 7 = Sunday) on which reports are due; null: every day. */
  readonly workingDays: readonly number[] | null;
  /** Days without obligation, yyyy-mm-dd. */
  readonly holidays: readonly string[];
  readonly report: ReportSettings;
  readonly daily: DailySettings;
  /** Who is reminded when; null: as `remindRules` has it. */
  readonly remind: readonly RemindRule[] | null;
}

export interface Authority {
  readonly name: string;
  readonly department: string | null;
  readonly place: string | null;
  readonly level: 'commune' | 'district' | 'province' | 'ministry';
  readonly parent: string | null;
}

/** First and last day on which an entry holds, inclusive: a later letter ends one and begins another. */
export interface Dated {
  readonly since?: string;
  readonly until?: string;
}

export interface Collect extends Dated {
  readonly form: string;
  /** Unit kinds. */
  readonly from: readonly string[];
  readonly every: 'day' | 'once';
  readonly due: Due | null;
  readonly counting: CountingMode;
}

export interface Due {
  readonly date: string | null;
  readonly time: string | null;
  /** `before`: the instant itself is late. `no-later-than`: it is on time. */
  readonly rule: 'before' | 'no-later-than';
}

export interface Target extends Dated {
  readonly id: string;
  readonly scope: string;
  readonly measure: string;
  /** A roster base, or a measure of the scope's form. */
  readonly of: string;
  /** Exact share as integers: 60% is 60/100. */
  readonly reach: { readonly num: number; readonly den: number };
  readonly by: string | null;
}

export interface Forward extends Dated {
  readonly to: readonly string[];
  readonly due: Due | null;
}

export type OfficeBases = { readonly [B in BaseId]?: number } & {
  readonly date: string | null;
  readonly source: string | null;
};

export interface Exemption {
  readonly unit: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
}

/** Hours of the unattended runs, HH:MM or HH:MM:SS in the campaign's zone; null: worked out from the deadlines. */
export interface DailySettings {
  readonly provisional: readonly string[] | null;
  readonly final: string | null;
  /** Runs after the final summary, for what came late or was corrected. */
  readonly again: readonly string[] | null;
  /** When arrivals are recorded, so that "first seen" is near the truth. */
  readonly receive: {
    readonly from: string | null;
    readonly to: string | null;
    /** Minutes; divides an hour. */
    readonly every: number;
  };
}

export interface RemindRule {
  readonly form: string;
  /** Unit kinds; null: all that send the form. */
  readonly from: readonly string[] | null;
  /** From so many minutes before the deadline, and from then on until the report has come. */
  readonly minutesBefore: number;
}

/** How the summary is laid out and signed (Nghị định 30/2020/NĐ-CP). */
export interface ReportSettings {
  readonly number: string | null;
  readonly signer: {
    readonly authority: string | null;
    readonly onBehalf: string | null;
    readonly title: string | null;
    readonly name: string | null;
  };
  readonly recipients: readonly string[];
  readonly formats: readonly string[];
  /** File name of a summary without its extension; `{date}` stands for the report date. */
  readonly name: string;
}

/** All that a campaign folder says, read. */
export interface CampaignFolder {
  /** Absolute path of the folder, or null for a shipped profile used without one. */
  readonly root: string | null;
  readonly campaign: Campaign;
  readonly roster: Roster;
  /** By id: the shipped forms and the campaign's own. */
  readonly forms: ReadonlyMap<string, Form>;
  /** Comments "# ?" of campaign.yaml: what somebody still has to look at. */
  readonly questions?: readonly Question[];
  /** Names of the administrative map of another day; absent where none is at hand. */
  readonly otherDays?: OtherDays;
}

export interface Question {
  readonly line: number;
  readonly text: string;
}
