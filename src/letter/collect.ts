import { addresseesOf, type ClauseContext } from './clause.ts';
import { type FactOf, factsOf, type Group } from './fact.ts';
import type { Entry, LetterCollect, Proof } from './proposal.ts';
import type { Report } from './report.ts';
import type { Span } from './text.ts';

/** Of what a letter is about, and on which level its office stands. */
export interface LetterSubject {
  readonly level: 'commune' | 'district' | 'province' | 'ministry';
  /** Whether the shipped forms are made for what some words of it (folded) are about. */
  readonly isOwn: (words: string) => boolean;
}

type Senders = Span & { readonly kinds: readonly string[]; readonly sure: boolean };

/** Who sends, apart by what they are: only communes speak of residents, only districts send summaries. */
interface Parted {
  readonly communes: Senders | null;
  readonly districts: Senders | null;
  readonly rest: Senders | null;
}

const ORDER = ['mau-02', 'mau-01', 'tong-hop'];

/** The collections that the orders to report make: one a form and deadline. */
export function collectEntries(
  seen: ClauseContext,
  reports: readonly Report[],
  about: LetterSubject,
): readonly Entry<LetterCollect>[] {
  const entries = reports
    .filter(({ by }) => by === 'units')
    .flatMap((report) => entriesOf(seen, report, about));
  return merged(entries);
}

function entriesOf(
  seen: ClauseContext,
  report: Report,
  about: LetterSubject,
): readonly Entry<LetterCollect>[] {
  const { when } = report;
  const parted = partedOf(seen, report, about);
  return formsFor(seen, report, parted, about).map(({ form, senders, sure, at }): Entry<LetterCollect> => {
    const from = [...new Set(senders.flatMap(({ kinds }) => kinds))];
    const known = {
      ...(typeof form === 'string' ? { form } : {}),
      ...(from.length === 0 ? {} : { from }),
      ...(when.every === null ? {} : { every: when.every }),
      ...(when.due === null ? {} : { due: when.due }),
    };
    if (typeof form !== 'string')
      return { kind: 'open', point: { ...at, key: 'form', candidates: form }, known };
    if (from.length === 0)
      return { kind: 'open', point: { ...report.span, key: 'from', candidates: [] }, known };
    if (when.open !== null) return { kind: 'open', point: when.open, known };
    if (when.every === null)
      return { kind: 'open', point: { ...report.span, key: 'every', candidates: ['day', 'once'] }, known };
    const proofs: Proof[] = [
      { ...at, key: 'form', sure },
      ...senders.slice(0, 1).map((each) => ({
        from: each.from,
        to: each.to,
        key: 'from',
        sure: senders.every((one) => one.sure),
      })),
      ...when.proofs,
    ];
    return {
      kind: 'settled',
      value: { form, from, every: when.every, ...(when.due === null ? {} : { due: when.due }) },
      proofs,
    };
  });
}

interface Asked {
  /** A form, or those that it may be. */
  readonly form: string | readonly string[];
  readonly senders: readonly Senders[];
  readonly sure: boolean;
  readonly at: Span;
}

function formsFor(
  seen: ClauseContext,
  report: Report,
  parted: Parted,
  about: LetterSubject,
): readonly Asked[] {
  const { communes, districts, rest } = parted;
  const all = [communes, districts, rest].filter((each) => each !== null);
  const named = factsOf(seen.facts, 'form', report.clause).filter(({ from }) => from >= report.span.from - 1);
  const [form] = named;
  const at = form ?? spanOf(report.span);
  if (!about.isOwn(itemWords(seen, report)) || form?.form === 'foreign')
    return [{ form: [], senders: all, sure: false, at }];
  if (typeof form?.form === 'string') {
    const told = form.form;
    if (!ORDER.includes(told)) return [{ form: [], senders: all, sure: false, at }];
    const odd =
      (told === 'mau-01' && rest === null && districts === null && !topicOf(seen, report).staff) ||
      (told === 'mau-02' && communes === null);
    return odd
      ? [{ form: ['mau-01', 'mau-02'], senders: all, sure: false, at }]
      : [{ form: told, senders: all, sure: true, at }];
  }
  const { staff, residents } = topicOf(seen, report);
  const asked: Asked[] = [];
  if (communes !== null && (residents || !staff))
    asked.push({ form: 'mau-02', senders: [communes], sure: false, at });
  const own = [...(rest === null ? [] : [rest]), ...(communes !== null && staff ? [communes] : [])];
  if (own.length > 0) asked.push({ form: 'mau-01', senders: own, sure: false, at });
  if (districts !== null) asked.push({ form: 'tong-hop', senders: [districts], sure: false, at });
  return asked.length > 0 ? asked : [{ form: [], senders: [], sure: false, at }];
}

function itemWords({ letter }: ClauseContext, { clause }: Report): string {
  return letter.folded.slice(clause.item.span.from, Math.max(clause.item.span.to, clause.to));
}

/** Whether an item speaks of an office's own people, of residents, or of both. */
function topicOf(
  { letter }: ClauseContext,
  { clause }: Report,
): { readonly staff: boolean; readonly residents: boolean } {
  const words: string[] = [];
  for (
    let item: typeof clause.item | null = clause.item;
    item !== null && item.marker !== null;
    item = item.parent
  )
    words.push(letter.folded.slice(item.span.from, item.span.to));
  if (words.length === 0) words.push(letter.folded.slice(clause.item.span.from, clause.to));
  const text = siblingsOf(letter.folded, clause, words);
  return {
    staff:
      /(?:cán bộ|công chức|viên chức|người lao động|nhân viên)(?![^.;]{0,40}(?:hướng dẫn người dân))/u.test(
        text,
      ),
    residents:
      /(?:người dân|nhân dân(?! (?:các|xã|tỉnh|huyện|thị|thành|phường|cấp))|hộ dân|hộ gia đình|từng nhà|dân cư|thuê bao|người sử dụng điện thoại|người dùng điện thoại)/u.test(
        text,
      ),
  };
}

/** A report named in a sub-item speaks of what its neighbours under the same head order. */
function siblingsOf(folded: string, clause: Report['clause'], words: readonly string[]): string {
  const { parent, marker } = clause.item;
  const whole =
    parent !== null && (marker === '-' || marker === '+' || marker === '–')
      ? folded.slice(parent.span.from, clause.to)
      : '';
  return `${words.join(' ')} ${whole}`;
}

function partedOf(seen: ClauseContext, { subject, span }: Report, about: LetterSubject): Parted {
  const facts = subject.groups.length > 0 ? subject.groups : addresseesOf(seen);
  const named = subject.groups.length > 0;
  const resolved = facts.flatMap((fact) => resolve(seen, fact));
  const pick = (kind: 'communes' | 'districts' | 'rest'): Senders | null => {
    const own = resolved.filter(({ fact }) =>
      kind === 'rest'
        ? fact.group.kind === 'agencies' || fact.group.kind === 'others'
        : fact.group.kind === kind,
    );
    if (own.length === 0) return null;
    const kinds = [...new Set(own.flatMap(({ fact }) => kindsOf(fact.group, about)))];
    const [first] = own;
    const place = named ? (first?.said ?? span) : (first?.fact ?? span);
    const provincial = kind === 'rest' && about.level === 'province';
    return {
      from: place.from,
      to: place.to,
      kinds,
      sure: named && !provincial && own.every(({ said, fact }) => said === fact),
    };
  };
  return { communes: pick('communes'), districts: pick('districts'), rest: pick('rest') };
}

/** "các đơn vị", "các địa phương": those of "Kính gửi". `said`: where the letter says it here. */
function resolve(
  seen: ClauseContext,
  fact: FactOf<'group'>,
): readonly { readonly fact: FactOf<'group'>; readonly said: FactOf<'group'> }[] {
  const { group } = fact;
  if (group.kind !== 'meant') return [{ fact, said: fact }];
  const known = addresseesOf(seen).filter((each) => each.group.kind !== 'meant');
  const local = (each: FactOf<'group'>): boolean =>
    each.group.kind === 'communes' || each.group.kind === 'districts';
  const meant = known.filter((each) => {
    if (group.whom === 'all') return true;
    if (group.whom === 'local') return local(each);
    return group.whom === 'communes' ? each.group.kind === 'communes' : !local(each);
  });
  if (meant.length > 0 || group.whom !== 'agencies') return meant.map((each) => ({ fact: each, said: fact }));
  const agencies: FactOf<'group'> = {
    from: fact.from,
    to: fact.to,
    kind: 'group',
    group: { kind: 'agencies', kinds: ['sở ngành'] },
  };
  return [{ fact: agencies, said: fact }];
}

function kindsOf(group: Group, { level }: LetterSubject): readonly string[] {
  if (group.kind === 'meant') return [];
  return group.kind === 'agencies' && level !== 'province' ? ['cơ quan'] : group.kinds;
}

/** One a form and deadline: the same order to two groups in two items is one collection; an order said twice is one. */
function merged(entries: readonly Entry<LetterCollect>[]): readonly Entry<LetterCollect>[] {
  const settled: Extract<Entry<LetterCollect>, { kind: 'settled' }>[] = [];
  const open: Entry<LetterCollect>[] = [];
  for (const entry of entries) {
    if (entry.kind === 'open') {
      open.push(entry);
      continue;
    }
    const { form, every, due } = entry.value;
    const same = settled.findIndex(
      ({ value }) =>
        value.form === form && value.every === every && JSON.stringify(value.due) === JSON.stringify(due),
    );
    const other = settled[same];
    if (other === undefined) settled.push(entry);
    else
      settled[same] = {
        ...other,
        value: { ...other.value, from: [...new Set([...other.value.from, ...entry.value.from])] },
      };
  }
  // "Báo cáo gửi về Phòng …" behind the order that says when is no second collection.
  const again = (entry: Entry<LetterCollect>): boolean =>
    entry.kind === 'open' &&
    entry.point.key === 'every' &&
    entry.point.candidates.length > 0 &&
    entry.known.due === undefined &&
    settled.some(
      ({ value }) =>
        value.form === entry.known.form &&
        (entry.known.from ?? []).every((kind) => value.from.includes(kind)),
    );
  const rank = ({ value }: { value: LetterCollect }): number => ORDER.indexOf(value.form);
  return [...settled.sort((a, b) => rank(a) - rank(b)), ...open.filter((entry) => !again(entry))];
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
