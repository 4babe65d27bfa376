import { type FindingCode, holdsSenderText } from '../model/finding.ts';
import type { FindingLine, Summary } from '../model/summary.ts';
import { anonymiser, hashes, sheetCode, shortHash } from './anonymous.ts';
import type { ViewInput } from './input.ts';
import { titleOf } from './message.ts';

/** A cell holds at most 32,767 characters. */
const PIECE = 30_000;

/**
 * Column A of the hidden sheet, from row 1: the schema, the number of pieces, then the pieces, which joined are the
 * summary as JSON, with what the next level needs beside it as `level`. Files are named by hash: the names that senders
 * gave do not travel.
 */
export function embeddedCells(input: ViewInput): readonly string[] {
  const json = JSON.stringify({ ...travelling(input), level: input.level });
  const pieces: string[] = [];
  for (let at = 0; at < json.length; ) {
    const end = wholeCharacters(json, at + PIECE);
    pieces.push(json.slice(at, end));
    at = end;
  }
  return [input.summary.schema, String(pieces.length), ...pieces];
}

/** The summary without file names: `path` and `file` are the first 12 digits of the hash, a sheet of its own name is its place. */
export function travelling(input: ViewInput): Summary {
  const known = hashes(input);
  const anonymous = anonymiser(input, (hash) => hash);
  const sheetOf = ({ sheet }: { readonly sheet?: string }, path: string | undefined) =>
    sheet === undefined ? {} : { sheet: sheetCode(input, sheet, path) };
  const message = ({ code, sheet, file, message: text }: FindingLine) =>
    holdsSenderText(code as FindingCode) ||
    (sheet !== undefined && sheetCode(input, sheet, file) !== sheet && text.includes(sheet))
      ? titleOf(code as FindingCode, input.words)
      : anonymous(text);
  return {
    ...input.summary,
    scopes: input.summary.scopes.map((scope) => ({
      ...scope,
      units: scope.units.map(({ attempt, ...unit }) => ({
        ...unit,
        attempt: attempt && { ...attempt, path: shortHash(known.get(attempt.path) ?? '') },
      })),
    })),
    files: input.summary.files.map((file) => ({
      ...file,
      ...sheetOf(file, file.path),
      path: shortHash(file.sha256),
    })),
    findings: input.summary.findings.map((found) => {
      const { file, ...rest } = found;
      const hash = file === undefined ? undefined : known.get(file);
      return {
        ...rest,
        ...(hash === undefined ? {} : { file: shortHash(hash) }),
        ...sheetOf(found, file),
        message: message(found),
      };
    }),
  };
}

/** Not between the halves of a surrogate pair. */
function wholeCharacters(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return at < text.length && code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}
