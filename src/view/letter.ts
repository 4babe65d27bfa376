import type { LetterCampaign } from '../letter/proposal.ts';
import type { OpenLetter } from '../letter/read-letter.ts';
import { quoteOf } from '../letter/text.ts';

/** `init --letter --json` (contract section 5). */
export interface LetterResult {
  readonly schema: 'bluezone-report/letter@1';
  readonly campaign: LetterCampaign;
  readonly evidence: readonly {
    readonly path: string;
    readonly line: number;
    readonly quote: string;
    readonly sure: boolean;
  }[];
  readonly open: readonly {
    readonly path: string;
    readonly line: number;
    readonly quote: string;
    readonly candidates: readonly string[];
  }[];
  readonly asksReport: boolean;
}

export function letterResult({ letter, reading }: OpenLetter): LetterResult {
  const { campaign, evidence, open, asksReport } = reading;
  return {
    schema: 'bluezone-report/letter@1',
    campaign,
    evidence: evidence.map(({ path, from, to, sure }) => ({
      path,
      line: letter.lineAt(from),
      quote: quoteOf(letter, { from, to }),
      sure,
    })),
    open: open.map(({ path, from, to, candidates }) => ({
      path,
      line: letter.lineAt(from),
      quote: quoteOf(letter, { from, to }),
      candidates,
    })),
    asksReport,
  };
}
