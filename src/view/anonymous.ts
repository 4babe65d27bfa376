import type { Words } from '../lang/lang.ts';
import { placeOfSheet, travellingSheet } from '../text/sheet-name.ts';
import type { ViewInput } from './input.ts';

/**
 * File names carry names of people (domain 4), and the workbook travels: there a source is named by unit, date, version
 * and hash (contract section 3).
 */

/** Enough of a SHA-256 to tell the files of a campaign apart on paper. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, 12);
}

/** A sheet of a sender's file as it travels: its usual name, else its place, `#2`. */
export function sheetCode({ sheets, folder }: ViewInput, name: string, path: string | undefined): string {
  return travellingSheet(name, sheets.get(path ?? '') ?? [], folder.forms.values());
}

/** The same, in words. */
export function sheetText(input: ViewInput, name: string, path: string | undefined): string {
  return shownSheet(sheetCode(input, name, path), input.words);
}

/** A sheet that a summary names by its place, in words; a name as it is. */
export function shownSheet(code: string, { view }: Words): string {
  const place = placeOfSheet(code);
  return place === undefined ? code : view.text.sheetAt(place);
}

/** Hash by path, for every file that the day knows. */
export function hashes(input: ViewInput): ReadonlyMap<string, string> {
  return new Map([
    ...input.sources.map((source) => [source.path, source.sha256] as const),
    ...input.submissions.map((submission) => [submission.path, submission.sha256] as const),
    ...input.summary.files.map((file) => [file.path, file.sha256] as const),
  ]);
}

/** Gives a text with every known path and file name replaced by `name(hash)`. Longest first, so that no part of one is left. */
export function anonymiser(input: ViewInput, name: (hash: string) => string): (text: string) => string {
  const units = unitNames(input);
  const words = new Map<string, string>();
  for (const [path, sha256] of hashes(input)) {
    for (const form of namesOf(path, units)) if (!words.has(form)) words.set(form, sha256);
  }
  const within = finder(new Set(words.keys()));
  return (text) =>
    within(text).reduce(
      (result, form) => result.replaceAll(form, name(shortHash(words.get(form) ?? ''))),
      text,
    );
}

/** The words that stand in a text, longest first. Looked up by how they begin: of thousands of files a text names one. */
function finder(words: ReadonlySet<string>): (text: string) => readonly string[] {
  const lengths = new Map<string, Set<number>>();
  for (const word of words) {
    const start = word.slice(0, SHORTEST);
    lengths.set(start, (lengths.get(start) ?? new Set<number>()).add(word.length));
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + SHORTEST <= text.length; at += 1) {
      for (const length of lengths.get(text.slice(at, at + SHORTEST)) ?? []) {
        const word = text.slice(at, at + length);
        if (words.has(word)) found.add(word);
      }
    }
    return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  };
}

/** Every name of a unit, each on a line. */
function unitNames(input: ViewInput): string {
  const names = [
    ...input.folder.roster.units.flatMap((unit) => [unit.name, ...unit.aliases]),
    ...input.summary.scopes.flatMap((scope) => scope.units.map((unit) => unit.name)),
  ];
  return [...new Set(names.map((name) => name.toLowerCase()))].join('\n');
}

const ENDING = /\.[A-Za-z]{2,5}$/;
const SHORTEST = 5;

/** The path, its tails, and the name without its ending, unless that is nothing but a unit's own name. */
function namesOf(path: string, units: string): readonly string[] {
  const parts = path.split('/');
  const tails = parts.map((_, index) => parts.slice(index).join('/'));
  const files = path.split(/!?\//).filter((part) => ENDING.test(part));
  const bare = files
    .map((file) => file.replace(ENDING, ''))
    .filter((name) => !units.includes(name.toLowerCase()));
  return [...tails, ...files, ...bare].filter((form) => form.length >= SHORTEST);
}
