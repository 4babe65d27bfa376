/** One place in which a summary is not what it should be. */
export interface Difference {
  /**
   * `edited`: a table shows another number than the data in the file. `changed`: a cell is not as it was written.
   * `data`: the data themselves are not. `unreadable`, `absent`: they cannot be read, or are not there. `result`: a formula's stored result is not
   * what it gives. `formula`, `unformula`: another formula, or none, where one belongs; `formulas`: so many cells
   * hold the results of their formulas alone. `recomputed`: the received files
   * give another figure. `source`, `added`: a file is gone or changed, or was not there. `sent`: not the bytes that were sent.
   */
  readonly kind:
    | 'edited'
    | 'changed'
    | 'data'
    | 'unreadable'
    | 'absent'
    | 'result'
    | 'formula'
    | 'unformula'
    | 'formulas'
    | 'recomputed'
    | 'source'
    | 'added'
    | 'sent';
  readonly sheet: string | null;
  /** A1 address. */
  readonly cell: string | null;
  /** Name of the unit, null for a total or where there is none. */
  readonly unit: string | null;
  readonly measure: string | null;
  readonly shown: string | null;
  readonly expected: string | null;
}

export function difference(
  kind: Difference['kind'],
  at: Partial<Pick<Difference, 'sheet' | 'cell' | 'unit' | 'measure'>>,
  said: Partial<Pick<Difference, 'shown' | 'expected'>> = {},
): Difference {
  return {
    kind,
    sheet: at.sheet ?? null,
    cell: at.cell ?? null,
    unit: at.unit ?? null,
    measure: at.measure ?? null,
    shown: said.shown ?? null,
    expected: said.expected ?? null,
  };
}
