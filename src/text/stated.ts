import type { Stated } from '../model/report.ts';
import { editionOf } from './edition.ts';
import { joinParts, partWords } from './part.ts';

/** What names and lines of a title say of a report as one of several; the first that says something decides. */
export function statedBy(texts: readonly string[]): Stated {
  const edition = texts.map(editionOf).find((each) => each !== 1);
  return { edition: edition === undefined ? 1 : edition, ...joinParts(texts.map(partWords)) };
}

/** The name of a file before what its page says. */
export function joinStated(name: Stated, page: Stated): Stated {
  return { edition: name.edition === 1 ? page.edition : name.edition, ...joinParts([name, page]) };
}

export const NOTHING_STATED: Stated = statedBy([]);
