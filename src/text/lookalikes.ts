/** Lower-case letters of other scripts, and punctuation, that stand in Vietnamese text for what they look like. */
const PAIRS =
  // Cyrillic
  'аa вb сc еe нh іi јj кk мm оo рp ѕs тt уy хx ѵv ԁd һh ԛq ԝw ' +
  // Greek; ν is a v, ρ a p, υ a u, as seen
  'αa βb εe ηn ιi κk νv οo ρp τt υu χx ' +
  // Eth and the African d look like đ when capital; dotless and Latin relatives
  'ðđ ɖđ ɗđ ıi ɑa ɡg ɩi ' +
  // What converters from PDF write for ư
  'ƣư ' +
  // Dashes and quotes
  '‐- ‑- ‒- –- —- ―- −- ﹘- ﹣- ‘\' ’\' ‚\' ‛\' ′\' ´\' `\' “" ”" „" ‟" ″" «" »" ·. •- ⁄/';

/** One character to one character. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => {
    const [from = '', to = ''] = pair;
    return [from, to];
  }),
);
