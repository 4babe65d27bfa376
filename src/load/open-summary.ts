import { readSummary } from '../levels/read-summary.ts';
import type { CampaignFolder } from '../model/campaign.ts';
import type { Workbook } from '../model/grid.ts';
import type { OpenedReport } from './opened.ts';

/**
 * Another office's summary workbook as a report; null for any other workbook. A table without the hidden data is one
 * only where the campaign collects summaries.
 */
export function openSummary(
  workbook: Workbook,
  { campaign, forms }: Pick<CampaignFolder, 'campaign' | 'forms'>,
): Omit<OpenedReport, 'stated'> | null {
  const visible = campaign.collect.some(({ form }) => forms.get(form)?.layout === 'summary');
  const read = readSummary(workbook, forms, { visible, zone: campaign.timezone });
  if (read === null) return null;
  const { content, figures, ...report } = read;
  return { ...report, figures: [...figures], given: [], phones: [], rows: [], summary: content };
}
