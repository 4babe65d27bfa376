import type { Cell } from '../../model/grid.ts';
import { isMark, isRefusal } from './cells.ts';
import { isOfCampaign } from './dated-number.ts';

const TICK = /^[✓✔√☑🗹]$/u;
const CROSS = /^[✗✘✕✖☒🗷]$/u;
const BOX = /^[☐□▢❏]$/u;

/**
 * How a column says of its persons that they installed, or did not. A cross is what many write for a tick; beside ticks it
 * says the contrary, as an empty box does. Days far from the campaign (`from`, its first) say nothing.
 */
export function tickReader(
  cells: readonly (Cell | null)[],
  from: string | null,
): (cell: Cell) => 'mark' | 'refusal' | null {
  const ticked = cells.some((cell) => cell !== null && TICK.test(cell.shown.trim()));
  return (cell) => {
    const sign = cell.value.kind === 'text' ? cell.value.text.trim() : '';
    if (CROSS.test(sign)) return ticked ? 'refusal' : 'mark';
    if (BOX.test(sign) || isRefusal(cell)) return 'refusal';
    return TICK.test(sign) || (isMark(cell) && isOfCampaign(cell, from)) ? 'mark' : null;
  };
}
