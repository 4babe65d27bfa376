import { decodeText, type Xml } from '../../pack/xml.ts';
import { type Limits, within } from '../limits.ts';
import { detach, readText, type Told, tellText, unescapeText } from './text.ts';

/** A string without runs, as nearly all are. */
const PLAIN = /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/y;

/** The shared string table, in order; null stands for a blank one. */
export function readStrings(xml: Xml, limits: Limits, clock: () => void): readonly (Told | null)[] {
  const strings: (Told | null)[] = [];
  for (;;) {
    const plain = xml.match(PLAIN);
    if (plain !== null) strings.push(tellText({ text: detach(unescapeText(decodeText(plain[1] ?? ''))) }));
    else {
      const event = xml.next();
      if (event === 'end') break;
      if (event !== 'open' || xml.name !== 'si') continue;
      strings.push(tellText(readText(xml)));
    }
    if (strings.length % 1024 !== 0) continue;
    within(limits, 'strings', strings.length);
    clock();
  }
  within(limits, 'strings', strings.length);
  return strings;
}
