/** Width on a screen: accents that stand on their own take none. Texts are composed first, as screens do it badly. */
export function screenWidth(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}

/** Lines of at most `width`, broken at spaces; the lines after the first begin with `indent`. */
export function wrap(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.normalize('NFC').split(/\s+/)) {
    const next = line === '' ? word : `${line} ${word}`;
    if (line !== '' && screenWidth(next) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = next;
    }
  }
  return [...lines, line];
}

/** The text cut to a width, with `…` where something is gone. */
export function clip(text: string, width: number): string {
  const letters = [...text.normalize('NFC')];
  return letters.length <= width ? text : `${letters.slice(0, Math.max(1, width - 1)).join('')}…`;
}
