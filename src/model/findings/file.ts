import type { CatalogueEntry } from './severity.ts';

/** How far the file got: it could not be read at all, or was read with a note about the file itself. */
export interface FileFacts {
  /** `blank`: there are bytes, but nothing to be seen. */
  'file/empty': { readonly blank: boolean };
  'file/damaged': { readonly kind: string };
  'file/password': { readonly kind: string };
  'file/pdf': Record<never, never>;
  /** A `.doc`, `.rtf` or `.odt` (`format`) on a machine without LibreOffice. */
  'file/doc-not-converted': { readonly format: string };
  /** A file of a kind that holds no table (a program, a film, plain prose). */
  'file/not-a-table': { readonly kind: string };
  'file/no-sheets': { readonly kind: string };
  /** `limit` names which limit was met, `most` is its value. */
  'file/limit': { readonly limit: string; readonly most: number };
  /** A program that was started to read it (`libreoffice`, `sheetjs`) did not end within `seconds`: the next run tries again. */
  'file/timeout': { readonly kind: string; readonly program: string; readonly seconds: number };
  'file/picture': { readonly kind: string };
  'file/left-alone': {
    readonly reason:
      | 'office-lock'
      | 'partial-download'
      | 'system'
      | 'changing'
      | 'link'
      | 'signature'
      | 'mail-part'
      | 'web-part';
  };
  'file/kind-differs': { readonly extension: string; readonly kind: string };
  'file/doc-converted': { readonly format: string };
  /** Text was not plain Unicode: `encoding` is tcvn3, vni, viscii, windows-1258, mojibake, utf-16; `sure` says how it was told. */
  'file/text-rescued': {
    readonly encoding: string;
    readonly cells: number;
    readonly sure: 'font' | 'letters' | 'roster' | 'mark';
  };
  'file/archive-nested': Record<never, never>;
  /** Another program holds the file. */
  'file/locked': Record<never, never>;
  /** `name`: its name is in bytes of no known encoding. `special`: a pipe or a device. */
  'file/unreadable': {
    readonly reason: 'permission' | 'gone' | 'disk' | 'changing' | 'name' | 'special' | 'dead-link';
  };
  /** A stray quote in a CSV made rows part of one field: they stand on lines `first` to `last`, from 1. */
  'file/rows-swallowed': { readonly first: number; readonly last: number };
}

/** Whether a file is here that could not be opened: it says nothing of its unit, which sent it. */
export function isUnopened({ code }: { readonly code: string }): boolean {
  return code === 'file/locked' || code === 'file/unreadable';
}

export const fileCatalogue: { readonly [C in keyof FileFacts]: CatalogueEntry } = {
  'file/empty': { severity: 'error', effect: 'rejected' },
  'file/damaged': { severity: 'error', effect: 'rejected' },
  'file/password': { severity: 'error', effect: 'rejected' },
  'file/pdf': { severity: 'error', effect: 'rejected' },
  'file/doc-not-converted': { severity: 'error', effect: 'rejected' },
  'file/not-a-table': { severity: 'error', effect: 'rejected' },
  'file/no-sheets': { severity: 'error', effect: 'rejected' },
  'file/limit': { severity: 'error', effect: 'rejected' },
  'file/timeout': { severity: 'error', effect: 'rejected' },
  'file/picture': { severity: 'warning', effect: 'ignored' },
  'file/left-alone': { severity: 'note', effect: 'ignored' },
  'file/kind-differs': { severity: 'note', effect: 'counted' },
  'file/doc-converted': { severity: 'note', effect: 'counted' },
  'file/text-rescued': { severity: 'note', effect: 'counted' },
  'file/archive-nested': { severity: 'error', effect: 'rejected' },
  'file/locked': { severity: 'error', effect: 'rejected' },
  'file/unreadable': { severity: 'error', effect: 'rejected' },
  'file/rows-swallowed': { severity: 'error', effect: 'rejected' },
};
