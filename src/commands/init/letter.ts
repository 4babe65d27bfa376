import type { Plan } from '../../console/command.ts';
import type { OpenLetter } from '../../load/letter.ts';
import { letterResult } from '../../view/letter.ts';
import { writeJson } from '../../write/json.ts';

/** `init --letter <file> --json`: what the letter orders, with the place of every value; nothing is written. */
export function showLetter({ letter, reading }: OpenLetter): Plan {
  const out = writeJson(letterResult(letter, reading));
  return { out, err: '', files: [], ledger: [], root: null, exit: 0 };
}
