/** A question mark, or what stands for a broken letter, within a word; in a sentence none stands before a letter. */
const LOST = /[?\ufffd]+\p{L}/u;
/** What an address on the web asks of its server. */
const ADDRESS = /[=&]|:\/\//;

/** How many words of some texts lost letters when somebody saved them in an encoding without these. */
export function wordsThatLostLetters(texts: Iterable<string>): number {
  let words = 0;
  for (const text of texts) {
    for (const word of text.split(/\s+/)) if (!ADDRESS.test(word) && LOST.test(word)) words += 1;
  }
  return words;
}
