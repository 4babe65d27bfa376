import type { CommandSpec } from '../console/command.ts';
import { screenFor } from '../console/start.ts';
import type { Words } from '../lang/lang.ts';
import type { Verification } from '../load/verify.ts';
import { formatInstant } from '../model/time.ts';

/** `verify <summary.xlsx>`: recomputes a summary and says what differs; exit code 1 where something does. */
export const verify: CommandSpec = {
  name: 'verify',
  operands: ['<summary>'],
  flags: ['campaign', 'json', 'dryRun'],
  options: [],
  async run(context, [path]) {
    const { io, words, flags, progress } = context;
    const { verifySummary } = await import('../load/verify.ts');
    const { writeJson } = await import('../write/json.ts');
    const { lineOf, writeVerify } = await import('../write/terminal/verify.ts');
    const found = await verifySummary(io, path as string, flags.campaign, progress);
    const { file: name, sha256, summary, book, differences } = found;
    const json = {
      schema: 'bluezone-report/verify@1',
      file: name,
      sha256,
      campaign: summary?.campaign ?? null,
      date: summary?.date ?? null,
      asOf: summary?.asOf ?? null,
      compared: {
        figures: book.figures,
        formulas: book.formulas,
        data: summary !== null,
        inbox: summary !== null && found.campaign === 'same',
        sent: found.sent !== null,
      },
      differences: differences.map((each) => ({ ...each, message: lineOf(each, words) })),
    };
    const report = { name, differences, ...book, remarks: remarksOf(found, words) };
    return {
      out: flags.json === true ? writeJson(json) : writeVerify(report, words, await screenFor(context)),
      err: '',
      files: [],
      ledger: [],
      root: null,
      exit: differences.length > 0 ? 1 : 0,
    };
  },
};

/** What the file is, and what could not be held against it. */
function remarksOf(found: Verification, words: Words): readonly string[] {
  const { verify: said } = words.levels;
  const { summary, book, sent } = found;
  const remarks: string[] = [];
  if (summary !== null) remarks.push(said.ofDay(summary.date, summary.asOf));
  if (book.uncomputed > 0) remarks.push(said.uncomputed(book.uncomputed));
  if (found.campaign === 'none') remarks.push(said.noCampaign);
  if (found.campaign === 'other') remarks.push(said.otherCampaign(found.campaignName ?? ''));
  if (found.campaign === 'same' && summary !== null) {
    if (sent === null) remarks.push(said.notMarked);
    else if (sent.sha256 === found.sha256)
      remarks.push(said.marked(formatInstant(sent.sentAt, zoneOf(summary.asOf)), sent.number));
  }
  return remarks;
}

/** The offset that the summary itself prints, as a fixed zone. */
function zoneOf(iso: string): string {
  return iso.slice(19) === 'Z' ? '+00:00' : iso.slice(19);
}
