import type { CatalogueEntry } from '../finding.ts';

/** The campaign's own files. Faults that make a run impossible are a UserError instead. */
export interface CampaignFacts {
  /** Units gave their count but their roster lines lack the base, so they are in no percentage. One unit until grouped. */
  'campaign/base-missing': { readonly unitNames: readonly string[]; readonly base: string };
  /** A file that lies in inbox/ itself, under no day. */
  'campaign/file-outside-days': { readonly file: string };
  /** A folder in inbox/ whose name is no date. */
  'campaign/folder-not-a-date': { readonly folder: string };
  /** received.csv names a file that is not in its folder. */
  'campaign/received-unknown-file': { readonly file: string };
  'campaign/received-unreadable': { readonly shown: string };
}

export const campaignCatalogue: { readonly [C in keyof CampaignFacts]: CatalogueEntry } = {
  'campaign/base-missing': { severity: 'note', effect: 'counted' },
  'campaign/file-outside-days': { severity: 'warning', effect: 'counted' },
  'campaign/folder-not-a-date': { severity: 'warning', effect: 'counted' },
  'campaign/received-unknown-file': { severity: 'warning', effect: 'counted' },
  'campaign/received-unreadable': { severity: 'warning', effect: 'counted' },
};
