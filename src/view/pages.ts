import type { ScopeSummary, Summary } from '../model/summary.ts';
import { embeddedCells } from './embedded.ts';
import { findingsPage } from './findings/page.ts';
import type { ViewInput } from './input.ts';
import { issuingOffice } from './letterhead.ts';
import type { Page, SummaryPages } from './page.ts';
import { receiptsPage } from './receipts/page.ts';
import { reportPage } from './report/page.ts';
import { scopePage } from './scope/page.ts';
import { sourcesPage } from './sources/page.ts';
import { trendPage } from './trend/page.ts';

/** The whole summary as pages, in the order of contract section 4. A page without data is left out. */
export function pagesOf(input: ViewInput): SummaryPages {
  const { official } = input.words.view;
  const scopes = shownScopes(input.summary);
  const pages = [
    ...scopes.map((scope) =>
      scopePage(input, scope, input.folder.forms.get(scope.form)?.sheetTitle.vi ?? scope.id),
    ),
    receiptsPage(input),
    trendPage(input),
    findingsPage(input),
    sourcesPage(input),
  ].filter((page) => page !== null);
  return {
    pages: withSheetNames(pages),
    report: reportPage(input),
    title: official.subject(input.summary.campaign.name),
    author: issuingOffice(input),
    asOf: input.summary.asOf,
    language: input.words.language,
    embedded: embeddedCells(input),
  };
}

/** Scopes with a figure; the first one also before anybody has sent, so that there is something to look at. */
export function shownScopes({ scopes }: Summary): readonly ScopeSummary[] {
  const listed = scopes.filter((scope) => scope.units.length > 0);
  const filled = listed.filter((scope) => Object.keys(scope.total.figures).length > 0);
  return filled.length > 0 ? filled : listed.slice(0, 1);
}

/** Names that a workbook takes: no `: \ / ? * [ ]`, no quote that a reference would need twice, at most 31 characters, none twice. */
function withSheetNames(pages: readonly Page[]): readonly Page[] {
  const taken = new Set<string>();
  return pages.map((page) => {
    const clean =
      page.name
        .replace(/[:\\/?*[\]\s]+/g, ' ')
        .replace(/^'+|'+$/g, '')
        .replaceAll("'", '’')
        .trim() || page.id;
    let name = clean.slice(0, 31).trimEnd();
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      name = `${clean.slice(0, 31 - String(number).length - 1).trimEnd()} ${number}`;
    }
    taken.add(name.toLowerCase());
    return { ...page, name };
  });
}
