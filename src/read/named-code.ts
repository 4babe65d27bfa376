import { type NumberCode, readCode } from './xlsx/number-code.ts';

/** HTML and SpreadsheetML say some of Excel's formats by name. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['general date', 'dd/mm/yyyy hh:mm'],
  ['long date', 'dd/mm/yyyy'],
  ['medium date', 'dd/mm/yyyy'],
  ['short date', 'dd/mm/yyyy'],
  ['long time', 'hh:mm:ss'],
  ['medium time', 'hh:mm'],
  ['short time', 'hh:mm'],
  ['percent', '0.00%'],
  ['fixed', '0.00'],
  ['standard', '#,##0.00'],
]);

/** A number format by its code or its name. */
export function readNamedCode(format: string): NumberCode {
  return readCode(NAMED.get(format.toLowerCase()) ?? format);
}
