import type { SenderText } from './sender-text.ts';
import type { CatalogueEntry } from './severity.ts';

/** The campaign's own files. Faults that make a run impossible are a UserError instead. */
export interface CampaignFacts {
  /** Units gave their count but their roster lines lack the base, so they are in no percentage. One unit until grouped. */
  'campaign/base-missing': { readonly unitNames: readonly string[]; readonly base: string };
  /** A file that lies in inbox/ itself, under no day. */
  'campaign/file-outside-days': { readonly file: SenderText };
  /** A folder in inbox/ whose name is no date. */
  'campaign/folder-not-a-date': { readonly folder: SenderText };
  /** Lines are gone from the end of the ledger. */
  'campaign/ledger-cut': { readonly lines: number };
  /** The ledger's key is gone or another one: nothing in it can be held against its seal. */
  'campaign/ledger-key': Record<string, never>;
  /** A line of the ledger is not as it was recorded. */
  'campaign/ledger-line': {
    readonly line: 'receipt' | 'decision' | 'sent' | null;
    readonly id: number;
    readonly how: 'changed' | 'missing' | 'added';
    /** Of what was sent. */
    readonly name: string | null;
  };
  /** received.csv names a file that is not in its folder. */
  'campaign/received-unknown-file': { readonly file: SenderText };
  'campaign/received-unreadable': { readonly shown: SenderText };
  /** What was sent lies changed in the outbox; its figures are the same. */
  'campaign/sent-altered': { readonly name: string; readonly date: string };
  /** Its figures are others, or it cannot be read any more. */
  'campaign/sent-figures-altered': { readonly name: string; readonly date: string };
}

export const campaignCatalogue: { readonly [C in keyof CampaignFacts]: CatalogueEntry } = {
  'campaign/base-missing': { severity: 'note', effect: 'counted' },
  'campaign/file-outside-days': { severity: 'warning', effect: 'counted' },
  'campaign/folder-not-a-date': { severity: 'warning', effect: 'counted' },
  'campaign/ledger-cut': { severity: 'warning', effect: 'counted' },
  'campaign/ledger-key': { severity: 'warning', effect: 'counted' },
  'campaign/ledger-line': { severity: 'warning', effect: 'counted' },
  'campaign/received-unknown-file': { severity: 'warning', effect: 'counted' },
  'campaign/received-unreadable': { severity: 'warning', effect: 'counted' },
  'campaign/sent-altered': { severity: 'note', effect: 'counted' },
  'campaign/sent-figures-altered': { severity: 'warning', effect: 'counted' },
};
