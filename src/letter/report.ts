import { type Clause, type ClauseContext, type Subject, subjectAt } from './clause.ts';
import { type ReportingTime, tiedToReport, whenOf } from './deadline.ts';
import { type FactOf, factsOf } from './fact.ts';
import type { Span } from './text.ts';

/** One order to report: by whom, when, through which department. */
export interface Report {
  readonly clause: Clause;
  /** What is said of it: from the first word of reporting to the last that belongs to it. */
  readonly span: Span;
  readonly subject: Subject & { readonly near: boolean };
  readonly when: ReportingTime;
  /** The offices that it goes to, in the order of the text; those behind "qua" apart. */
  readonly to: readonly FactOf<'body'>[];
  readonly through: FactOf<'body'> | null;
  /** `upwards`: by the office that collects. */
  readonly by: 'units' | 'upwards';
}

/** "… để tổng hợp, báo cáo UBND tỉnh": what the receiving office does with it. */
const PURPOSE =
  /(?<!\p{L})(?:để|nhằm)(?!\p{L}) (?:[^,;.()]{0,70}?(?<!\p{L}))?(?:tổng hợp|báo cáo|tham mưu|gửi|trình)(?!\p{L})/u;
/** Told when something happens, not at an hour: no report of the campaign. */
const EVENT =
  /(?:vướng mắc|khó khăn|phát sinh|bất thường|sự cố|khi có|nếu có|trường hợp phát hiện|khi phát hiện|kịp thời báo cáo|báo cáo ngay|không phải báo cáo)/u;

/** All orders to report of a letter, in the order of its text. */
export function reportsOf(seen: ClauseContext, office: Office): readonly Report[] {
  const all = seen.clauses.flatMap((clause) => reportsIn(seen, clause));
  const named = collectorOf(all);
  return all
    .map(
      (report): Report =>
        report.by === 'units' && (isCollector(report, named) || goesAbove(report, office))
          ? { ...report, by: 'upwards' }
          : report,
    )
    .filter((report) => report.by === 'upwards' || isOfUnits(report));
}

/** The office whose letter it is: what tells its own receivers from those above. */
export interface Office {
  readonly level: 'commune' | 'district' | 'province' | 'ministry';
  /** Whether it is a people's committee, and not an agency under one. */
  readonly isCommittee: boolean;
}

const ABOVE: { readonly [level in Office['level']]: RegExp } = {
  commune: /(?:ubnd|ủy ban nhân dân) (?:huyện|thị xã|thành phố|quận|tỉnh)/u,
  district: /(?:ubnd|ủy ban nhân dân) tỉnh|tỉnh ủy/u,
  province: /^bộ |chính phủ/u,
  ministry: /chính phủ/u,
};

/** Units report to the office, the office to the one above: what goes there is not asked of units. */
function goesAbove({ to, through }: Report, { level, isCommittee }: Office): boolean {
  const [first] = to;
  if (first === undefined || through !== null) return false;
  const name = first.name.toLowerCase().normalize('NFC').replace('uỷ', 'ủy');
  return (
    ABOVE[level].test(name) || (!isCommittee && first.body === 'committee' && !name.startsWith('văn phòng'))
  );
}

/** The department that reports go through, else the one that is to sum them up. */
export function collectorOf(reports: readonly Report[]): FactOf<'body'> | null {
  const units = reports.filter(({ by }) => by === 'units');
  for (const { to, through } of units) {
    const [first] = to;
    // "gửi về Công an tỉnh (qua Phòng …)": a receiver other than the committee collects itself.
    if (first !== undefined && first.body !== 'committee' && through !== null) return first;
    if (through !== null) return through;
  }
  const direct = units.flatMap(({ to }) => to.slice(0, 1)).find(({ body }) => body !== 'committee');
  if (direct !== undefined) return direct;
  const up = reports.find(({ by, subject }) => by === 'upwards' && subject.bodies.length > 0);
  return up?.subject.bodies[0] ?? null;
}

function isCollector({ subject }: Report, collector: FactOf<'body'> | null): boolean {
  const [body] = subject.bodies;
  return (
    subject.groups.length === 0 &&
    body !== undefined &&
    collector !== null &&
    bodyKey(body.name) === bodyKey(collector.name)
  );
}

/** A duty of one named office that collects nothing is its own. */
function isOfUnits({ subject }: Report): boolean {
  return subject.groups.length > 0 || subject.bodies.length === 0;
}

function bodyKey(name: string): string {
  return name.toLowerCase().replace(/ (?:huyện|thị xã|thành phố|tỉnh|quận)(?: .*)?$/u, '');
}

function reportsIn(seen: ClauseContext, clause: Clause): readonly Report[] {
  const { letter, facts } = seen;
  const duties = factsOf(facts, 'duty', clause).filter(({ duty }) => duty === 'report');
  const [first] = duties;
  if (first === undefined) return [];
  const subject = subjectAt(seen, clause, first.from);
  const purpose = PURPOSE.exec(letter.folded.slice(first.to, clause.to));
  const cut = purpose === null ? clause.to : first.to + purpose.index;
  const sums = isSummingUp(seen, clause, first, subject);
  const reports: Report[] = [];
  const own = reportAt(
    seen,
    clause,
    { from: clause.from, to: cut },
    first,
    subject,
    sums ? 'upwards' : 'units',
  );
  if (own !== null) reports.push(own);
  const second = duties.find(({ from }) => from >= cut);
  if (purpose !== null && second !== undefined) {
    const office = factsOf(facts, 'body', { from: cut, to: second.from });
    const upwards = reportAt(
      seen,
      clause,
      { from: cut, to: clause.to },
      second,
      { groups: [], bodies: office, near: true },
      'upwards',
    );
    if (upwards !== null) reports.push(upwards);
  }
  return reports;
}

/** "Giao Phòng … tổng hợp, báo cáo UBND huyện": one office that sums up what the others sent. */
function isSummingUp(seen: ClauseContext, clause: Clause, first: Span, { groups, bodies }: Subject): boolean {
  if (groups.length > 0 || bodies.length === 0) return false;
  const item = seen.letter.folded.slice(clause.item.span.from, clause.item.span.to);
  return /tổng hợp|đôn đốc|đầu mối|tiếp nhận|theo dõi/u.test(item) && first.from < clause.to;
}

function reportAt(
  seen: ClauseContext,
  clause: Clause,
  part: Span,
  first: Span,
  subject: Report['subject'],
  by: Report['by'],
): Report | null {
  const { letter, facts } = seen;
  const tied = tiedToReport(seen, clause, part);
  const to = receiversOf(seen, { from: first.from, to: part.to });
  const through = throughOf(seen, { from: first.from, to: part.to });
  const words = letter.folded.slice(clause.from, clause.to);
  if (tied.length === 0 && (EVENT.test(words) || (to.length === 0 && through === null))) return null;
  // "trước 16 giờ cùng ngày" of what happens is no hour of every day.
  if (EVENT.test(words) && !tied.some((fact) => fact.kind === 'often' && fact.every === 'day')) return null;
  const forms = factsOf(facts, 'form', part);
  const end = Math.max(
    first.to,
    ...[...tied, ...to, ...forms, ...(through === null ? [] : [through])].map((fact) => fact.to),
  );
  const from = Math.min(first.from, ...tied.map((fact) => fact.from));
  return {
    clause,
    span: { from, to: end },
    subject,
    when: whenOf(seen, tied, { from: first.from, to: Math.min(end, first.to) }),
    to,
    through,
    by,
  };
}

const THROUGH = /(?<!\p{L})(?:thông )?qua (?:đầu mối )?(?:là )?$/u;
const AWAY = /(?:của|theo|mẫu|tại|do)(?: (?:lãnh đạo|chủ tịch|thường trực))? ?$/u;

/** Offices behind "về", "cho", "gửi", in their order, without those that it only goes through. */
function receiversOf({ letter, facts }: ClauseContext, span: Span): readonly FactOf<'body'>[] {
  return factsOf(facts, 'body', span).filter(({ from }) => {
    const before = letter.folded.slice(Math.max(span.from, from - 40), from);
    return !THROUGH.test(before) && !AWAY.test(before);
  });
}

function throughOf({ letter, facts }: ClauseContext, span: Span): FactOf<'body'> | null {
  return (
    factsOf(facts, 'body', span).find(({ from }) =>
      THROUGH.test(letter.folded.slice(Math.max(span.from, from - 24), from)),
    ) ?? null
  );
}
