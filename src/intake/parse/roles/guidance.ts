import type { Cell, Row } from '../../../model/grid.ts';
import { bare } from '../../../text/fold.ts';
import { isSignature } from '../../recognise/landmarks.ts';
import { isUnitWord } from '../../recognise/values.ts';

/** Lines under a head that explain the columns: numbers of columns, units, how to fill in. */
export function isGuidance(row: Row): boolean {
  return isColumnNumbers(row) || isUnits(row) || isInstruction(row);
}

/** "(1) (2) (3)", "A B 1 2 3=1+2", "A B C D 1" under a head. */
function isColumnNumbers(row: Row): boolean {
  const texts = row.cells.map(({ shown }) => shown.trim());
  if (texts.length < 2 || (texts.length < 3 && !texts.every((text) => text.startsWith('(')))) return false;
  if (!texts.every((text) => /^[([]?(\d{1,2}|[a-zđ])[)\]]?(\s*=.*)?$/i.test(text))) return false;
  const numbers = texts
    .flatMap((text) => (/^\D?(\d{1,2})/.exec(text)?.[1] ?? []) as string | never[])
    .map(Number);
  const running = numbers.every((number, n) => n === 0 || number === (numbers[n - 1] ?? 0) + 1);
  if (numbers.length !== 1) return numbers.length > 1 && running;
  const letters = texts.slice(0, -1).map((text) => text.replace(/[()[\]]/g, ''));
  return numbers[0] === 1 && letters.length > 1 && 'ABCDEFGH'.startsWith(letters.join('').toUpperCase());
}

/** "(người)", "(thôn, khu phố)". */
function isUnits(row: Row): boolean {
  return row.cells.every(
    ({ value }) =>
      value.kind === 'text' &&
      !isSignature(value.text) &&
      (/^\s*\([^()\d]*\)\s*$/.test(value.text) || isUnitWord(value.text)),
  );
}

const INSTRUCTION = /^\(?(?:ghi|dien|nhap|viet|chon|danh dau|danh so|vd|vi du|dinh dang)\b/;

/** "Ghi rõ họ tên", "nhập số": most cells tell what to write. */
function isInstruction({ cells }: Row): boolean {
  const told = cells.filter(({ value }) => isTold(value));
  return told.length > 1 && told.length * 2 > cells.length;
}

function isTold(value: Cell['value']): boolean {
  return (
    value.kind === 'text' && /^\s*\(?[gđdnvcG-ĐDNVC]/i.test(value.text) && INSTRUCTION.test(bare(value.text))
  );
}
