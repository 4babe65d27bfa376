import type { WatchWords } from '../vi/watch.ts';

export const watch: WatchWords = {
  came: (time, file, unit, outcome) =>
    `${time} ${file}: ${unit === null ? 'unit unknown' : unit}; ${outcome}`,
  why: (titles) => ` (${titles.join('; ')})`,
  taken: (time, file, place) => `${time} copied ${file} to ${place}`,
  left: (time, file) => `${time} left ${file}: no form and no unit's name in it`,
  held: (time, file) => `${time} ${file} is open elsewhere or not whole yet; it is looked at again`,
  notCopied: (time, file) => `${time} could not copy ${file}`,
  waiting: (time, files) => `${time} Watching this day; files so far: ${files}.`,
  until: (time) => `${time} The watch ends: summing up.`,
  reply: 'Reply to paste:',
  recent: 'Just in',
  keys: (left) => `${left === 0 ? '' : `t take the ${left} files left · `}x settle files · q stop watching`,
};
