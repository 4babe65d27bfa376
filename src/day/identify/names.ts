import { rescueName } from '../../text/rescue-name.ts';

/** The names on a file's way below its date folder. */
export interface Names {
  /** Without its extension. */
  readonly file: string;
  /** Sub-folders and archives, outermost first, archives without their extension. */
  readonly folders: readonly string[];
}

/** `tam quan/bc.zip!/bc 16-8.xlsx` → file `bc 16-8`, folders `tam quan`, `bc`. */
export function namesOf(inside: string): Names {
  const parts = inside
    .split('/')
    .filter((part) => part !== '')
    .map((part) => rescueName(part).text);
  const file = parts.pop() ?? '';
  return {
    file: stem(file),
    folders: parts.map((part) => (part.endsWith('!') ? stem(part.slice(0, -1)) : part)),
  };
}

function stem(name: string): string {
  return name.replace(/\.[a-z][a-z0-9]{1,4}$/i, '');
}
