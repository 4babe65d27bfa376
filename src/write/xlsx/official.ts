import type { Letterhead, Signature } from '../../view/page.ts';
import { textWidth } from '../font-widths.ts';
import { type Canvas, gap, heightOf, lastColumn, partAt, put, setHeight, widthOf } from './canvas.ts';
import { textStyle } from './style.ts';

const CENTRE = (size: number, font = {}) => textStyle('center', { size, ...font });

/** The head of a report (Nghị định 30, Phụ lục I): offices on the left with a rule under them, the nation on the right. */
export function putLetterhead(canvas: Canvas, block: Letterhead): void {
  const part = partAt(canvas, 0.44);
  const left = { from: 0, to: part - 1 };
  const right = { from: part, to: lastColumn(canvas) };
  const leftWidth = widthOf(canvas, left.from, left.to);
  const upper = block.parent ?? block.agency;
  const lower = block.parent === null ? null : block.agency;
  const top = canvas.next;
  put(canvas, { top, ...left }, upper, CENTRE(13, block.parent === null ? { bold: true } : {}));
  put(canvas, { top, ...right }, block.nation, CENTRE(13, { bold: true }));
  setHeight(canvas, top, heightOf(upper, leftWidth, 13, block.parent === null));
  if (lower !== null) put(canvas, { top: top + 1, ...left }, lower, CENTRE(13, { bold: true }));
  else put(canvas, { top: top + 1, ...left }, rule(block.agency, 13), CENTRE(7));
  put(canvas, { top: top + 1, ...right }, block.motto, CENTRE(14, { bold: true, underline: true }));
  setHeight(canvas, top + 1, Math.max(20, lower === null ? 0 : heightOf(lower, leftWidth, 13, true)));
  put(canvas, { top: top + 2, ...left }, lower === null ? null : rule(lower, 13), CENTRE(7));
  setHeight(canvas, top + 2, 9);
  put(canvas, { top: top + 3, ...left }, block.number, CENTRE(13));
  put(canvas, { top: top + 3, ...right }, block.placeAndDate, CENTRE(13, { italic: true }));
  setHeight(canvas, top + 3, 19);
  canvas.next = top + 4;
  gap(canvas, 8);
}

/** A rule of some two fifths of the name above it, drawn with dashes that join. */
function rule(name: string, size: number): string {
  const dashes = Math.round((textWidth(name, size, true) * 0.4) / textWidth('—', 7));
  return '—'.repeat(Math.min(30, Math.max(6, dashes)));
}

/** The rule under the subject, a third to a half as long as it (Nghị định 30). */
export function putSubjectRule(canvas: Canvas, subject: string): void {
  const top = canvas.next;
  put(canvas, { top, from: 0, to: lastColumn(canvas) }, rule(subject, 14), CENTRE(7));
  setHeight(canvas, top, 9);
  canvas.next = top + 1;
}

/** Rows between the title of the one who signs and the name: room for the signature and the seal. */
const ROOM_TO_SIGN = 4;

export function putSignature(canvas: Canvas, block: Signature): void {
  gap(canvas, 12);
  const part = partAt(canvas, 0.55);
  const left = { from: 0, to: Math.max(0, part - 2) };
  const right = { from: part, to: lastColumn(canvas) };
  const top = canvas.next;
  const lines = [block.recipientsTitle, ...block.recipients.map((recipient) => `- ${recipient}`)];
  const rows = Math.max(lines.length, block.lines.length + ROOM_TO_SIGN + 1);
  for (let index = 0; index < rows; index += 1) {
    const line = lines[index];
    const style =
      index === 0
        ? textStyle('left', { size: 12, bold: true, italic: true })
        : textStyle('left', { size: 11 }, 'top');
    if (line !== undefined) put(canvas, { top: top + index, ...left }, line, style);
    const signed = block.lines[index] ?? (index === block.lines.length + ROOM_TO_SIGN ? block.name : null);
    if (signed !== null) {
      put(canvas, { top: top + index, ...right }, signed, CENTRE(13, { bold: true }));
    }
    setHeight(
      canvas,
      top + index,
      Math.max(17, heightOf(line ?? '', widthOf(canvas, left.from, left.to), 11)),
    );
  }
  for (let row = top - 1; row < top + rows - 1; row += 1) canvas.kept.add(row);
  canvas.next = top + rows;
}
