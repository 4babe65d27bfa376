import { type Fact, type FactOf, factsOf } from './fact.ts';
import { clausesOf, type Item, itemsOf, type Parts } from './outline.ts';
import { type LetterText, quoteOf, type Span } from './text.ts';

/** A letter with everything that was seen in it. */
export interface ClauseContext {
  readonly letter: LetterText;
  readonly facts: readonly Fact[];
  readonly parts: Parts;
  readonly clauses: readonly Clause[];
}

/** A sentence, or what stands between semicolons, with the item that it belongs to. */
export interface Clause extends Span {
  readonly item: Item;
}

export function seenOf(letter: LetterText, facts: readonly Fact[], parts: Parts): ClauseContext {
  const clauses = itemsOf(letter, parts.body).flatMap((item) =>
    clausesOf(letter, item.span).map((span): Clause => ({ ...span, item })),
  );
  return { letter, facts, parts, clauses };
}

/** Of what or to whom something is done: who stands behind these does nothing himself. */
const OBJECT =
  /(?:của|tại|ở|cho|với|cùng|giúp|đến|tới|từ|đôn đốc|hướng dẫn|phối hợp|trên địa bàn|trong|theo dõi|kiểm tra|giám sát|chỉ đạo|về|gửi|báo cáo|hỗ trợ|vận động|trực thuộc|thuộc|qua|và qua|bằng|đối với)(?: (?:thủ trưởng|lãnh đạo|chủ tịch|ubnd|ủy ban nhân dân|các|người đứng đầu|chính quyền|nhân dân))* ?$/u;

/** Who is to act in a stretch of text: groups and single offices that are not spoken of as objects. */
export interface Subject {
  readonly groups: readonly FactOf<'group'>[];
  readonly bodies: readonly FactOf<'body'>[];
}

const NOBODY: Subject = { groups: [], bodies: [] };

function subjectIn({ letter, facts }: ClauseContext, span: Span): Subject {
  const acts = (fact: Span): boolean =>
    !OBJECT.test(letter.folded.slice(Math.max(span.from, fact.from - 60), fact.from));
  return {
    groups: factsOf(facts, 'group', span).filter(acts),
    bodies: factsOf(facts, 'body', span).filter(acts),
  };
}

function isNobody({ groups, bodies }: Subject): boolean {
  return groups.length === 0 && bodies.length === 0;
}

/** Words that open an order before its addressee is named. */
const ORDER =
  /^[\s*]*(?:(?:chủ tịch )?(?:ubnd|ủy ban nhân dân)[^,.:;]{0,40}? )?(?:yêu cầu|đề nghị|giao|phân công|giao nhiệm vụ cho|ủy quyền cho|đối với|chỉ đạo|trách nhiệm của)(?!\p{L})(?: (?:cho|các đồng chí|đồng chí))?/u;

/** The head of an item: up to its colon, or to the first thing to be done. */
function headOf(seen: ClauseContext, item: Item): Span {
  const { letter, facts } = seen;
  const { from, to } = item.span;
  const order = ORDER.exec(letter.folded.slice(from, to));
  const begin = from + (order?.[0].length ?? 0);
  const colon = letter.folded.slice(begin, to).search(/:(?!\d)/);
  const duty = facts.find(
    (fact) => fact.kind === 'duty' && fact.from >= begin && fact.to <= to && !isOrder(letter, fact),
  );
  return { from: begin, to: Math.min(to, colon < 0 ? to : begin + colon, duty?.from ?? to) };
}

/** "…; đề nghị các hội": an order to the next addressee, no duty. */
function isOrder(letter: LetterText, { from, to }: Span): boolean {
  return letter.folded.slice(from, to) === 'yêu cầu';
}

/**
 * Who acts before a place in a clause: named in the clause itself; else in a sentence before it in the same item; else in
 * the head of the item or of one above. `near` tells whether that is beyond doubt.
 */
export function subjectAt(
  seen: ClauseContext,
  clause: Clause,
  at: number,
): Subject & { readonly near: boolean } {
  const own = subjectIn(seen, { from: startAfterOrder(seen, clause), to: at });
  if (!isNobody(own)) return { ...own, near: true };
  const head = headOf(seen, clause.item);
  const before = seen.clauses.filter(
    (each) => each.item === clause.item && each.from >= head.to && each.to <= clause.from,
  );
  for (const each of [...before].reverse()) {
    const begin = startAfterOrder(seen, each);
    const first = seen.facts.find(
      (fact) =>
        fact.kind === 'duty' && fact.from >= begin && fact.to <= each.to && !isOrder(seen.letter, fact),
    );
    const found = subjectIn(seen, { from: begin, to: first?.from ?? each.to });
    if (!isNobody(found)) return { ...found, near: true };
  }
  for (let item: Item | null = clause.item; item !== null; item = item.parent) {
    const found = subjectIn(seen, headOf(seen, item));
    if (!isNobody(found)) return { ...found, near: true };
  }
  return { ...NOBODY, near: false };
}

function startAfterOrder({ letter }: ClauseContext, { from, to }: Span): number {
  const order = /(?:^|.*?[,:] |.*?(?<!\p{L}))(?:yêu cầu|đề nghị|giao)(?!\p{L})/u.exec(
    letter.folded.slice(from, to),
  );
  return order === null || order[0].length > 220 ? from : from + order[0].length;
}

/** Those behind "Kính gửi". */
export function addresseesOf({ facts, parts }: ClauseContext): readonly FactOf<'group'>[] {
  return parts.addressees === null ? [] : factsOf(facts, 'group', parts.addressees);
}

/** A sentence of the letter as it is shown: its words, its line, and the number of its item ("2", "2.a"). */
export interface Sentence {
  readonly quote: string;
  readonly line: number;
  readonly item: string | null;
}

const LONGEST = 260;

/** The sentence that holds a place; a long one only around it. In the letterhead the place itself. */
export function sentenceAt({ letter, clauses }: ClauseContext, { from, to }: Span): Sentence {
  const clause = clauses.find((each) => each.from <= from && from < each.to);
  const line = letter.lineAt(from);
  if (clause === undefined) return { quote: quoteOf(letter, { from, to }), line, item: null };
  const whole = quoteOf(letter, { from: clause.from, to: Math.max(clause.to, to) });
  const around = {
    from: Math.max(clause.from, from - LONGEST / 2),
    to: Math.min(Math.max(clause.to, to), to + LONGEST / 2),
  };
  const cut = `${around.from > clause.from ? '… ' : ''}${quoteOf(letter, around).replace(/^\S* /u, '')}`;
  const numbers: string[] = [];
  for (let item: Item | null = clause.item; item !== null; item = item.parent)
    if (item.marker !== null && /[\dIVXa-zđ]/u.test(item.marker)) numbers.unshift(item.marker);
  return {
    quote: whole.length <= LONGEST ? whole : cut,
    line,
    item: numbers.length === 0 ? null : numbers.join('.'),
  };
}
