import type { ClauseContext } from './clause.ts';
import { DOCUMENT_NOUNS } from './recognise/document.ts';
import type { Span } from './text.ts';

export interface Basis extends Span {
  readonly text: string;
  readonly sure: boolean;
}

const LEAD =
  /(?<=^[\s"“]*|[,;:.] )(?:thực hiện|căn cứ|tiếp theo|theo|trên cơ sở)(?: (?:vào|nội dung|tinh thần|ý kiến(?= chỉ đạo)))* (?=\p{L})/gu;
const ITEM = new RegExp(
  String.raw`(?:các |những )?(?:${DOCUMENT_NOUNS}|ý kiến chỉ đạo|chỉ đạo|luật)(?!\p{L})`,
  'u',
);
/** Another document of the same list. */
const NEXT = new RegExp(
  String.raw`(?:[,;] ?(?:và )?|(?<!\p{L})và )(?=(?:các )?(?:${DOCUMENT_NOUNS}) (?:khẩn |hỏa tốc )?(?:số ?:? ?[\d.…]*\s*/|kết luận))`,
  'gu',
);
/** Where the list ends and the order begins. */
const ORDER =
  /,? ?trong đó|[,;:.] ?(?:(?:chủ tịch |thường trực )?(?:ubnd|ủy ban nhân dân) (?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường)|(?:sở|phòng|ban chỉ đạo|văn phòng|công an) [\p{L} ,-]{2,60}? (?:yêu cầu|đề nghị|ban hành|hướng dẫn|triển khai|xây dựng|thông báo)|để |nhằm |tiếp theo |căn cứ |thực hiện )/u;

/** One entry a document that "Thực hiện", "Căn cứ", "Tiếp theo" name before the first item. */
export function basisOf(seen: ClauseContext): readonly Basis[] {
  const found: Basis[] = [];
  let running = false;
  for (const clause of seen.clauses.filter(({ item }) => item.marker === null)) {
    const words = seen.letter.folded.slice(clause.from, clause.to);
    const leads = [...words.matchAll(LEAD)].map((match) => ({
      at: match.index,
      start: match.index + match[0].length,
    }));
    // The first word of a basis is a capital; "và thực hiện các công văn" is an order.
    const opened = leads.filter(
      ({ at, start }) =>
        /^\p{Lu}/u.test(seen.letter.text.slice(clause.from + at)) && startsDocument(words.slice(start)),
    );
    const goesOn: boolean =
      running &&
      opened.length === 0 &&
      seen.letter.text[clause.from - 1] === ';' &&
      startsDocument(words.trimStart());
    const starts: readonly number[] = goesOn
      ? [words.length - words.trimStart().length]
      : opened.map(({ start }) => start);
    running = starts.length > 0;
    for (const start of starts) found.push(...documentsIn(seen, clause, clause.from + start, true));
  }
  return found.length > 0 ? found : namedInItems(seen);
}

function startsDocument(words: string): boolean {
  const match = ITEM.exec(words);
  return match !== null && match.index === 0;
}

function documentsIn({ letter }: ClauseContext, clause: Span, from: number, sure: boolean): readonly Basis[] {
  const words = letter.folded.slice(from, clause.to);
  const stop = ORDER.exec(words)?.index ?? words.length;
  const cuts = [...words.slice(0, stop).matchAll(NEXT)];
  const starts = [0, ...cuts.map((match) => match.index + match[0].length)];
  return starts.map((start, n) => {
    const end = cuts[n]?.index ?? stop;
    const span = { from: from + start, to: from + end };
    const text = letter.text
      .slice(span.from, span.to)
      .replace(/[\s,;.:]+$/u, '')
      .trim()
      .replace(/ – /g, ' - ');
    return { ...span, sure, text: withoutPerson(text).replace(/^\p{Ll}/u, (first) => first.toUpperCase()) };
  });
}

/** The office is the basis, not who holds it. */
function withoutPerson(text: string): string {
  return text.replace(
    /(?<=Thủ tướng(?: Chính phủ)?|Chủ tịch nước|Bộ trưởng(?: Bộ \p{Lu}\p{L}+(?: \p{L}+)?)?)(?: \p{Lu}\p{Ll}+){2,4}(?= tại| về| trong| ngày|,|$)/u,
    '',
  );
}

/** A letter without a preamble: "thực hiện nghiêm các Công điện …", "theo Công văn số …" in its first items. */
function namedInItems(seen: ClauseContext): readonly Basis[] {
  const pattern = new RegExp(
    String.raw`(?<!\p{L})(?:thực hiện (?:nghiêm(?: túc)?,? )?(?:khẩn trương )?(?=các (?:${DOCUMENT_NOUNS})|(?:${DOCUMENT_NOUNS}) số)|theo (?=(?:${DOCUMENT_NOUNS}) số))`,
    'u',
  );
  return seen.clauses.slice(0, 3).flatMap((clause) => {
    const found = pattern.exec(seen.letter.folded.slice(clause.from, clause.to));
    return found === null
      ? []
      : documentsIn(seen, clause, clause.from + found.index + found[0].length, false);
  });
}
