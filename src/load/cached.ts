import { type Finding, finding } from '../model/finding.ts';
import { quotable } from '../text/quotable.ts';
import type { OpenedFile } from './opened.ts';

/**
 * A reading as it may be kept: a cell's text that looks like a person's name or phone, slipped into a column of numbers,
 * is left out. Its message locates the cell without quoting it anyway.
 */
export function withoutPersons(opened: OpenedFile): OpenedFile {
  return {
    ...opened,
    documents: opened.documents.map((document) => ({
      ...document,
      findings: document.findings.map(unquoted),
      reports: document.reports.map((report) => ({ ...report, findings: report.findings.map(unquoted) })),
    })),
  };
}

function unquoted(found: Finding): Finding {
  const { shown } = found.facts as { readonly shown?: string | null };
  if (typeof shown !== 'string' || shown.trim() === '' || quotable(shown) !== null) return found;
  if (!found.code.startsWith('value/')) return found;
  return finding(found.code, found.at, { ...found.facts, shown: null } as never);
}
