import { shippedFile, shippedNames } from './installed.ts';

/* What ships with the program: forms, profiles, the administrative list. Not the outside world, so not behind `Io`. */

/** Text of a shipped file, by its path under templates/. */
export function templateText(path: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(shippedFile(path));
}

export function templateBytes(path: string): Uint8Array {
  return shippedFile(path);
}

/** Names of the shipped profiles, in code point order. */
export function profileNames(): readonly string[] {
  return shippedNames('campaigns/');
}

/** File names of the shipped form definitions. */
export function formFiles(): readonly string[] {
  return shippedNames('forms/').filter((name) => name.endsWith('.yaml'));
}
