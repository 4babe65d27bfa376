import { decodeText, type Xml } from '../../pack/xml.ts';
import { type Limits, type Work, within } from '../limits.ts';
import { type CellReading, type CellText, detach, readCellText, readText, unescapeText } from './text.ts';

/** A string without runs, as nearly all are. */
const PLAIN = /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/y;

/** The shared string table, in order; null stands for a blank one. */
export function readStrings(xml: Xml, limits: Limits, work: Work): readonly (CellReading | null)[] {
  const strings: (CellReading | null)[] = [];
  const keep = (text: CellText) => {
    strings.push(readCellText(text, work));
    within(limits, 'strings', strings.length);
  };
  for (;;) {
    const plain = xml.match(PLAIN);
    if (plain !== null) keep({ text: detach(unescapeText(decodeText(plain[1] ?? ''))) });
    else {
      const event = xml.next();
      if (event === 'end') break;
      if (event === 'open' && xml.name === 'si') keep(readText(xml));
    }
  }
  return strings;
}
