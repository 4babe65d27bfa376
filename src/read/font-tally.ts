/** Which font most of a text is set in: a grid cell has one font, a run of text in a document may have several. */
export interface FontTally {
  /** A piece of text and its font; undefined where the file does not tell. Blanks do not count. */
  add(font: string | undefined, piece: string): void;
  /** Undefined where most of the text has no font of its own. On equal terms the first one. */
  most(): string | undefined;
}

export function fontTally(): FontTally {
  const letters = new Map<string | undefined, number>();
  return {
    add(font, piece) {
      // The soft hyphen counts: in TCVN3 it is a letter.
      const size = piece.replace(/[\s\u00a0]+/g, '').length;
      if (size > 0) letters.set(font, (letters.get(font) ?? 0) + size);
    },
    most() {
      let best: string | undefined;
      let most = 0;
      for (const [font, size] of letters) {
        if (size > most) [best, most] = [font, size];
      }
      return best;
    },
  };
}
