import type { Words } from '../lang/lang.ts';
import type { FigureSource } from '../model/summary.ts';

/** How a figure was taken from its rows: "cộng số của từng dòng (…); cộng 12 dòng; 3 dòng cộng nhóm không tính"; null for labelled lines. */
export function countedText(
  { counting, rows = [] }: Pick<FigureSource, 'counting' | 'rows'>,
  { view: { counting: words } }: Words,
): string | null {
  const roles = new Map<string, number>();
  for (const { role, count } of rows) roles.set(role, (roles.get(role) ?? 0) + count);
  const adds = roles.get('adds') ?? 0;
  const left = Object.entries(words.role).flatMap(([role, name]) => {
    const count = roles.get(role) ?? 0;
    return count === 0 ? [] : [name(count)];
  });
  const parts = [
    ...(counting === null ? [] : [words.join(words.mode[counting.mode], words.reason[counting.reason])]),
    ...(adds === 0 ? [] : [words.adds[counting?.mode ?? 'per-person'](adds)]),
    ...(left.length === 0 ? [] : [words.left(left)]),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}
