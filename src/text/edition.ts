import { fold } from './fold.ts';

/**
 * Which edition a file says that it is, by the words of its name: 1 where it says nothing, n of "lần n", null where it
 * says that it corrects or replaces an earlier one, but not which.
 */
export type Edition = number | null;

const NUMBERED = /(?<!\p{L})l[aầ]n (?:th[uứ] )?(\d{1,2})(?!\d)/u;
/** Bare "sua" may be sữa (milk): it counts where a word beside it settles it, or at the end. */
const CORRECTING = [
  /(?<!\p{L})(sửa|đính chính|thay thế|gửi lại|nộp lại)(?!\p{L})/u,
  /(?<!\p{L})(sua (lai|doi|so)|(ban|da) sua|dinh chinh|thay the|gui lai|nop lai)(?!\p{L})/u,
  /(?<!\p{L})sua( \(\d+\))?$/u,
];

/** The edition that a name states. */
export function editionOf(name: string): Edition {
  const text = fold(name.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/[_\-.]+/g, ' '));
  const number = Number(NUMBERED.exec(text)?.[1] ?? 1);
  if (number > 1) return number;
  return CORRECTING.some((words) => words.test(text)) ? null : 1;
}

/** Below 0 where the first is the earlier edition; 0 where the two do not tell. */
export function compareEditions(a: Edition, b: Edition): number {
  if (a === null || b === null) return Number(b === 1) - Number(a === 1);
  return a - b;
}
