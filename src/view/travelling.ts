import type { Words } from '../lang/lang.ts';
import type { ViewInput } from './input.ts';
import type { SummaryPages } from './page.ts';
import { pagesOf } from './pages.ts';
import { answeredText, type Returned, replyText } from './reply.ts';

declare const travels: unique symbol;

/**
 * What may leave the office: no name, address or number of a reported person is in it, and no name of a file but in the
 * answer to its own sender (contract section 3). It is made in this file alone; what writes a workbook, a document, a page
 * or a text for others takes nothing else.
 */
export type Travelling<T> = T & { readonly [travels]: true };

function travelling<T>(made: T): Travelling<T> {
  return made as Travelling<T>;
}

/** The whole summary, its hidden data included. */
export function viewPages(input: ViewInput): Travelling<SummaryPages> {
  return travelling(pagesOf(input));
}

/** The answer to the sender of a file. */
export function reply(returned: Returned, words: Words): Travelling<string> {
  return travelling(replyText(returned, words));
}

/** The answer about a file that its sender has replaced already. */
export function replyAnswered(returned: Returned, newerName: string, words: Words): Travelling<string> {
  return travelling(answeredText(returned, newerName, words));
}

/** The bytes of a text for others, as a file. */
export function travellingBytes(text: Travelling<string>): Uint8Array {
  return new TextEncoder().encode(`${text}\n`);
}
