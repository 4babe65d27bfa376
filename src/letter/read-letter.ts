import { basisOf } from './basis.ts';
import { addresseesOf, type ClauseContext, seenOf } from './clause.ts';
import { collectEntries, type LetterSubject } from './collect.ts';
import { departmentOf, forwardEntries } from './forward.ts';
import { type Head, readHead } from './head.ts';
import { committeesNamed } from './issuer.ts';
import { partsOf } from './outline.ts';
import { periodOf } from './period.ts';
import type { Entry, LetterCampaign, LetterCollect, LetterReading, Proof } from './proposal.ts';
import { recognise } from './recognise/recognise.ts';
import { type Report, reportsOf } from './report.ts';
import { targetEntries } from './target.ts';
import { type LetterText, letterText, type Span } from './text.ts';

/** The committee above that the administrative list knows for a place, where only one place has that name. */
export type Above = (tier: string, place: string) => string | null;

/** A letter, and what it says of a campaign. */
export interface OpenLetter {
  readonly letter: LetterText;
  readonly seen: ClauseContext;
  readonly reading: LetterReading;
}

interface Line {
  readonly evidence: (Span & { readonly path: string; readonly sure: boolean })[];
  readonly open: LetterReading['open'][number][];
}

/** A letter as the campaign that it orders, each value with the place where it stands. Never throws: what is not there is left out. */
export function readLetter(raw: string, above: Above): OpenLetter {
  const letter = letterText(raw.slice(0, MOST_CHARACTERS));
  const parts = partsOf(letter);
  const head = readHead(letter, parts.head);
  const year = head.date === null ? null : Number(head.date.date.slice(0, 4));
  const seen = seenOf(letter, recognise(letter, year), parts);
  const level = head.issuer?.level ?? levelOf(seen);
  const about: LetterSubject = { level, isOwn: ownSubjectOf(letter, head) };
  const reports = reportsOf(seen, {
    level,
    isCommittee: head.issuer?.name.startsWith('Ủy ban nhân dân') ?? true,
  });
  const line: Line = { evidence: [], open: [] };
  const asksReport = reports.some(({ by }) => by === 'units');
  const parent = parentOf(letter, head, above);
  const collect = asksReport
    ? collectEntries(seen, reports, about)
    : about.isOwn(letter.folded.slice(0, parts.body.to))
      ? unasked(seen, about)
      : [];
  const campaign: LetterCampaign = {
    ...nameOf(head, line),
    ...authorityOf(head, reports, parent, line),
    ...directiveOf(seen, head, line),
    ...periodIn(seen, reports, head, line),
    collect: listed('collect', collect, line),
    targets: listed('targets', targetEntries(seen, about, asksReport), line),
    forward: listed('forward', forwardEntries(seen, reports, head, parent?.name ?? null), line),
  };
  return { letter, seen, reading: { campaign, evidence: line.evidence, open: line.open, asksReport } };
}

/**
 * Whether words of the letter are about what the shipped forms are made for: where the subject line says so, all of it;
 * else what names it. A letter about another matter that mentions the application in passing is not.
 */
function ownSubjectOf(letter: LetterText, { subject }: Head): LetterSubject['isOwn'] {
  const whole = subject === null ? letter.folded : subject.subject.toLowerCase();
  const own = /bluezone/u.test(whole);
  return (words) => own || /bluezone/u.test(words);
}

/** A letter has a few pages; more is no letter, and is not read further. */
const MOST_CHARACTERS = 60_000;

function levelOf(seen: ClauseContext): LetterSubject['level'] {
  return addresseesOf(seen).some(({ group }) => group.kind === 'districts') ? 'province' : 'district';
}

function nameOf(head: Head, line: Line): Pick<LetterCampaign, 'name'> {
  if (head.subject === null) return {};
  const { subject } = head.subject;
  const office =
    head.issuer === null || head.issuer.tier === null || head.issuer.place === null
      ? ''
      : `, ${head.issuer.tier} ${head.issuer.place}`;
  line.evidence.push({ path: 'name', from: head.subject.from, to: head.subject.to, sure: false });
  const about = subject.replace(
    / trên địa bàn (?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường)(?: \p{Lu}[\p{L} ]*)?$/u,
    '',
  );
  return { name: `${about.replace(/^\p{Ll}/u, (first) => first.toUpperCase())}${office}` };
}

function authorityOf(
  head: Head,
  reports: readonly Report[],
  parent: Parent | null,
  { evidence }: Line,
): Pick<LetterCampaign, 'authority'> {
  const { issuer } = head;
  if (issuer === null) return {};
  const at = { from: issuer.from, to: issuer.to };
  const department = departmentOf(reports, head.issuer?.name ?? null);
  const place = placeOf(head);
  evidence.push({ path: 'authority.name', ...at, sure: true });
  if (department !== null)
    evidence.push({ path: 'authority.department', from: department.from, to: department.to, sure: true });
  if (place !== null)
    evidence.push({
      path: 'authority.place',
      from: head.place?.from ?? at.from,
      to: head.place?.to ?? at.to,
      sure: true,
    });
  evidence.push({ path: 'authority.level', ...at, sure: true });
  if (parent !== null)
    evidence.push({ path: 'authority.parent', from: parent.from, to: parent.to, sure: parent.sure });
  return {
    authority: {
      name: issuer.name,
      ...(department === null ? {} : { department: department.name }),
      ...(place === null ? {} : { place }),
      level: issuer.level,
      ...(parent === null ? {} : { parent: parent.name }),
    },
  };
}

/** As printed before the day; spelt as in the office's own name where that is the same place. */
function placeOf({ place, issuer }: Head): string | null {
  if (place === null) return issuer?.place ?? null;
  // A line end may have cut the name before the day.
  return issuer?.place?.toLowerCase().endsWith(place.name.toLowerCase()) === true ? issuer.place : place.name;
}

interface Parent extends Span {
  readonly name: string;
  readonly sure: boolean;
}

const UPPER: { readonly [tier: string]: readonly string[] } = {
  xã: ['huyện', 'thị xã', 'thành phố', 'quận', 'tỉnh'],
  phường: ['thị xã', 'thành phố', 'quận', 'tỉnh'],
  'thị trấn': ['huyện', 'tỉnh'],
  'đặc khu': ['tỉnh', 'thành phố'],
  huyện: ['tỉnh', 'thành phố'],
  quận: ['thành phố'],
  'thị xã': ['tỉnh', 'thành phố'],
  'thành phố': ['tỉnh', 'thành phố'],
};

/** The committee above: in the letterhead, else named in the letter, else the only one that the administrative list knows. */
function parentOf(letter: LetterText, { issuer }: Head, above: Above): Parent | null {
  if (issuer === null) return null;
  const at = { from: issuer.from, to: issuer.to };
  if (issuer.above !== null) return { ...at, name: issuer.above, sure: true };
  if (issuer.tier === null || issuer.level === 'province') return null;
  for (const tier of UPPER[issuer.tier] ?? []) {
    const named = committeesNamed(letter, tier).filter(({ place }) => place !== issuer.place);
    const places = new Set(named.map(({ place }) => place));
    const [first] = named;
    if (first !== undefined)
      return {
        from: first.from,
        to: first.to,
        name: `Ủy ban nhân dân ${tier} ${first.place}`,
        sure: places.size === 1,
      };
  }
  const name = issuer.place === null ? null : above(issuer.tier, issuer.place);
  return name === null ? null : { ...at, name, sure: false };
}

function directiveOf(seen: ClauseContext, head: Head, { evidence }: Line): Pick<LetterCampaign, 'directive'> {
  const basis = basisOf(seen);
  const { number, date } = head;
  if (number !== null)
    evidence.push({ path: 'directive.number', from: number.from, to: number.to, sure: true });
  if (date !== null) evidence.push({ path: 'directive.date', from: date.from, to: date.to, sure: true });
  for (const [n, { from, to, sure }] of basis.entries())
    evidence.push({ path: `directive.basis[${n}]`, from, to, sure });
  return {
    directive: {
      ...(number === null ? {} : { number: number.number }),
      ...(date === null ? {} : { date: date.date }),
      ...(basis.length === 0 ? {} : { basis: basis.map(({ text }) => text) }),
    },
  };
}

function periodIn(
  seen: ClauseContext,
  reports: readonly Report[],
  head: Head,
  { evidence }: Line,
): Pick<LetterCampaign, 'period'> {
  const { from, to } = periodOf(seen, reports, head);
  if (from !== null) evidence.push({ path: 'period.from', from: from.from, to: from.to, sure: from.sure });
  if (to !== null && (from === null || to.date >= from.date))
    evidence.push({ path: 'period.to', from: to.from, to: to.to, sure: to.sure });
  if (from === null && to === null) return {};
  return {
    period: {
      ...(from === null ? {} : { from: from.date }),
      ...(to === null || (from !== null && to.date < from.date) ? {} : { to: to.date }),
    },
  };
}

/** The settled entries; their proofs and what is open of the others go to the line, open ones counted on behind them. */
function listed<T extends object>(
  key: string,
  entries: readonly Entry<T>[],
  { evidence, open }: Line,
): readonly T[] {
  const settled = entries.filter((entry) => entry.kind === 'settled');
  for (const [n, { proofs }] of settled.entries()) {
    for (const proof of proofs)
      evidence.push({ path: pathOf(key, n, proof), from: proof.from, to: proof.to, sure: proof.sure });
  }
  let next = settled.length;
  for (const entry of entries) {
    if (entry.kind !== 'open') continue;
    const { from, to, candidates } = entry.point;
    open.push({ path: pathOf(key, next, entry.point), from, to, candidates, known: entry.known });
    next += 1;
  }
  return settled.map(({ value }) => value);
}

function pathOf(list: string, n: number, { key }: Pick<Proof, 'key'>): string {
  return `${list}[${n}]${key === '' ? '' : `.${key}`}`;
}

/** Nobody is asked for a report: whoever sends one all the same is counted, and nobody is late. */
function unasked(seen: ClauseContext, { level }: LetterSubject): readonly Entry<LetterCollect>[] {
  const groups = addresseesOf(seen);
  const of = (kinds: readonly string[]) => groups.filter(({ group }) => kinds.includes(group.kind));
  const make = (
    form: string,
    every: 'day' | 'once',
    facts: typeof groups,
  ): readonly Entry<LetterCollect>[] => {
    const [first] = facts;
    if (first === undefined) return [];
    const from = [
      ...new Set(
        facts.flatMap(({ group }) =>
          group.kind === 'meant'
            ? []
            : group.kind === 'agencies' && level !== 'province'
              ? ['cơ quan']
              : group.kinds,
        ),
      ),
    ];
    const at = { from: first.from, to: first.to };
    return [
      {
        kind: 'settled',
        value: { form, from, every },
        proofs: ['form', 'from', 'every'].map((key) => ({ ...at, key, sure: false })),
      },
    ];
  };
  return [
    ...make('mau-02', 'day', of(['communes'])),
    ...make('mau-01', 'once', of(['agencies', 'others'])),
    ...make('tong-hop', 'once', of(['districts'])),
  ];
}
