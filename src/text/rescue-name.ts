import { fromCp437 } from './cp437.ts';
import { type Rescued, rescue } from './rescue.ts';

/**
 * The name of a file or folder as its sender saw it: mojibake of zip and mail programs undone, legacy letters only where
 * they are clear, NFC (a Mac stores letters and marks apart). For reading what the name says; the path itself stays.
 */
export function rescueName(name: string, known?: ReadonlySet<string>): Rescued {
  const zipped = fromCp437(name);
  if (zipped !== null) return { text: zipped, encoding: 'mojibake', sure: 'letters' };
  return rescue(name, { known });
}
