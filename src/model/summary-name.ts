import type { Campaign } from './campaign.ts';

/** File name of a day's summary, without its extension. */
export function summaryName({ report }: Pick<Campaign, 'report'>, date: string): string {
  return report.name.replaceAll('{date}', date);
}

/** The name before the deadline of the daily reports. */
export function provisionalName(campaign: Pick<Campaign, 'report'>, date: string): string {
  return `${summaryName(campaign, date)}-tam`;
}

/** The number of a file of this summary: 0 for the summary itself, n for `…-bo-sung-<n>`; null for any other file. */
export function supplementOf(file: string, name: string): number | null {
  const stem = file.replace(/\.[a-z]+$/, '');
  if (stem === name) return 0;
  const rest = stem.startsWith(name) ? /^-bo-sung-([1-9]\d*)$/.exec(stem.slice(name.length)) : null;
  return rest === null ? null : Number(rest[1]);
}
