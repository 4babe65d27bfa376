import type { ClauseContext } from './clause.ts';
import type { FactOf } from './fact.ts';
import type { Head } from './head.ts';
import type { Entry, LetterForward, Proof } from './proposal.ts';
import { collectorOf, type Report } from './report.ts';
import type { Span } from './text.ts';

const TIER = '(?:tỉnh|thành phố|thị xã|huyện|quận|phường|xã|thị trấn)';

/** To whom the office that collects reports, and by when. */
export function forwardEntries(
  seen: ClauseContext,
  reports: readonly Report[],
  head: Head,
  parent: string | null,
): readonly Entry<LetterForward>[] {
  const upwards = reports.filter(({ by, to }) => by === 'upwards' && to.length > 0);
  if (upwards.length > 0) return distinct(upwards.map((report) => entryOf(seen, report, head, parent)));
  // "báo cáo UBND tỉnh (qua Sở …)": the department passes it on, though no hour is named.
  const through = reports.find(
    (report) => report.by === 'units' && report.through !== null && report.to.length > 0,
  );
  if (through === undefined) return [];
  const [to] = through.to;
  if (to === undefined) return [];
  const value = { to: [namedIn(to.name, [], head, parent)] };
  return [
    {
      kind: 'settled',
      value,
      proofs: [{ from: to.from, to: (through.through ?? to).to, key: 'to', sure: false }],
    },
  ];
}

function entryOf(
  seen: ClauseContext,
  report: Report,
  head: Head,
  parent: string | null,
): Entry<LetterForward> {
  const to = distinctNames(report.to.filter((body) => !isCollector(body, report)));
  const names = to.map(({ name }) => namedIn(name, to, head, parent));
  const at = { from: to[0]?.from ?? report.span.from, to: to.at(-1)?.to ?? report.span.to };
  const { when } = report;
  const proofs: Proof[] = [{ ...at, key: 'to', sure: true }];
  if (when.due !== null && when.every === 'day') {
    return {
      kind: 'settled',
      value: { to: names, due: when.due },
      proofs: [...proofs, ...when.proofs.filter(({ key }) => key.startsWith('due.'))],
    };
  }
  if (when.due !== null) {
    return {
      kind: 'settled',
      value: { to: names, due: when.due },
      proofs: [...proofs, ...when.proofs.filter(({ key }) => key.startsWith('due.'))],
    };
  }
  const open = when.open;
  if (open !== null && open.key !== 'every') return { kind: 'open', point: open, known: { to: names } };
  if (open !== null && open.candidates.length === 0 && seen.letter.folded.slice(open.from, open.to) !== '') {
    return { kind: 'open', point: { ...open, key: 'due' }, known: { to: names } };
  }
  if (open !== null && open.key === 'every' && /\d/.test(seen.letter.folded.slice(open.from, open.to))) {
    return { kind: 'open', point: { ...open, key: 'due' }, known: { to: names } };
  }
  return { kind: 'settled', value: { to: names }, proofs };
}

function isCollector({ name }: FactOf<'body'>, { subject }: Report): boolean {
  return subject.bodies.some((body) => body.name === name);
}

function distinctNames(bodies: readonly FactOf<'body'>[]): readonly FactOf<'body'>[] {
  return bodies.filter(
    (body, n) => bodies.findIndex(({ name }) => name.toLowerCase() === body.name.toLowerCase()) === n,
  );
}

function distinct(entries: readonly Entry<LetterForward>[]): readonly Entry<LetterForward>[] {
  const seen = new Set<string>();
  return entries
    .filter((entry) => {
      const key = JSON.stringify(entry.kind === 'settled' ? entry.value : entry.known);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => Number(a.kind === 'open') - Number(b.kind === 'open'));
}

/** A committee in full, with its place where the letter leaves it out: not within a list that speaks of one place throughout. */
function namedIn(
  name: string,
  among: readonly (Span & { readonly name: string })[],
  head: Head,
  parent: string | null,
): string {
  const full = name
    .replace(
      /^(Chủ tịch |Thường trực |Văn phòng )?(?:UBND|ubnd|ủy ban nhân dân|Uỷ ban nhân dân|Ủy ban Nhân dân)(?= )/iu,
      (_, lead: string | undefined) => `${lead ?? ''}Ủy ban nhân dân`,
    )
    .replace(new RegExp(` (${TIER})$`, 'iu'), (tier) => tier.toLowerCase());
  const bare = new RegExp(`^Ủy ban nhân dân (${TIER})$`, 'u').exec(full);
  if (bare === null) return full;
  const sameTier = among.some(
    (each) => each.name !== name && new RegExp(` ${bare[1]}$`, 'iu').test(each.name),
  );
  if (sameTier) return full;
  const { issuer } = head;
  if (issuer !== null && issuer.tier === bare[1] && issuer.place !== null)
    return `Ủy ban nhân dân ${bare[1]} ${issuer.place}`;
  return parent?.startsWith(`${full} `) ? parent : full;
}

/** The department that collects: what reports go through or to. */
export function departmentOf(
  reports: readonly Report[],
  office: string | null,
): (Span & { readonly name: string; readonly sure: boolean }) | null {
  const collector = collectorOf(reports);
  if (collector === null) return null;
  const name = collector.name.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
  const isField = /^(?:phòng|sở) /iu.test(name);
  const short = isField ? name.replace(new RegExp(` ${TIER}(?: \\p{Lu}.*)?$`, 'u'), '') : name;
  // An agency that collects its own reports has no department for it.
  if (office?.toLowerCase().startsWith(short.toLowerCase())) return null;
  return { from: collector.from, to: collector.to, name: short, sure: collector.body !== 'guessed' };
}
