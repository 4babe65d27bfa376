import type { CampaignFolder } from '../core/campaign.ts';
import type { Workbook } from '../core/grid.ts';
import { readSummary } from '../core/levels/read-summary.ts';
import type { OpenedReport } from './open.ts';

/**
 * Another office's summary workbook as a report; null for any other workbook. With `visible` also a table without the
 * hidden data, where the campaign collects summaries at all.
 */
export function openSummary(
  workbook: Workbook,
  folder: CampaignFolder,
  visible: boolean,
): OpenedReport | null {
  const collects = folder.campaign.collect.some(({ form }) => folder.forms.get(form)?.layout === 'summary');
  if (visible && !collects) return null;
  const read = readSummary(workbook, folder.forms, visible);
  if (read === null) return null;
  const { content, figures, ...report } = read;
  return { ...report, figures: [...figures], given: [], phones: [], summary: content };
}
