import type { Asker } from '../../console/ask.ts';
import type { Context } from '../../console/command.ts';
import { sentenceAt } from '../../letter/clause.ts';
import type {
  LetterCollect,
  LetterDue,
  LetterForward,
  LetterReading,
  LetterTarget,
} from '../../letter/proposal.ts';
import type { OpenLetter } from '../../letter/read-letter.ts';
import { type Decision, decide, entryOf, type Step, stepsOf } from '../../letter/review.ts';
import { shippedForms } from '../../load/folder.ts';
import type { Due } from '../../model/campaign.ts';
import { askDay, askDue } from './asking.ts';

/**
 * Each proposal of a letter in a sentence, with the sentence of the letter behind it: Enter takes it; it can be changed
 * or left out, and one can go back. What is open stays a comment unless it is filled in.
 */
export async function reviewLetter(context: Context, asker: Asker, open: OpenLetter): Promise<OpenLetter> {
  const steps = stepsOf(open.reading);
  const decisions = new Map<string, Decision>();
  for (let at = 0; at < steps.length; ) {
    const step = steps[at];
    if (step === undefined) break;
    const answer = await askStep(context, asker, open, step, at > 0);
    if (answer === 'back') at -= 1;
    else {
      decisions.set(step.path, answer);
      at += 1;
    }
  }
  return { ...open, reading: decide(open.reading, decisions) };
}

async function askStep(
  context: Context,
  asker: Asker,
  open: OpenLetter,
  step: Step,
  canGoBack: boolean,
): Promise<Decision | 'back'> {
  const said = context.words.letter;
  const { ask } = said;
  const choices = [
    { value: 'take' as const, name: step.kind === 'settled' ? ask.take : ask.keepOpen },
    { value: 'change' as const, name: step.kind === 'settled' ? ask.change : ask.fillIn },
    { value: 'leave' as const, name: ask.leave },
    ...(canGoBack ? [{ value: 'back' as const, name: ask.back }] : []),
  ];
  const answer = await asker.choose(shownStep(context, open, step), choices);
  if (answer === 'back') return 'back';
  if (answer !== 'change') return { kind: answer };
  const value = await changed(context, asker, open.reading, step);
  return value === null ? askStep(context, asker, open, step, canGoBack) : { kind: 'set', value };
}

/** "Xã, phường gửi Mẫu 02 hằng ngày, trước 15 giờ 00 — «…» (dòng 38, mục 2)". */
function shownStep({ words }: Context, { seen, reading }: OpenLetter, step: Step): string {
  const said = words.letter;
  const point = reading.open.find(({ path }) => entryOf(path) === step.path);
  const proofs = reading.evidence.filter(({ path }) => entryOf(path) === step.path);
  const [proof] = [...proofs].sort((a, b) => rankOf(a.path) - rankOf(b.path));
  const place = step.kind === 'open' ? point : proof;
  const cited = place === undefined ? '' : sentenceAt(seen, place);
  const quote = cited === '' ? '' : `\n  ${said.cited(cited.quote, cited.line, cited.item)}`;
  const doubt = step.kind === 'settled' && proofs.some(({ sure }) => !sure) ? ` (${said.maybe})` : '';
  const missing =
    step.kind === 'open' && point !== undefined
      ? `\n  ${said.openPoint}: ${said.open(keyOf(point.path), point.candidates)}`
      : '';
  return `${sentenceOf(said, valueAt(reading, step))}${doubt}${quote}${missing}\n `;
}

function keyOf(path: string): string {
  return path.slice(entryOf(path).length).replace(/^\./, '');
}

/** The deadline is the telling part of a collection. */
function rankOf(path: string): number {
  return path.includes('.due') ? 0 : path.endsWith('.from') ? 2 : 1;
}

/** An entry as far as it is known. */
type Known = { readonly [key: string]: unknown };

function valueAt(
  { campaign, open }: LetterReading,
  { path, kind }: Step,
): { readonly part: string; readonly value: Known } {
  const [, part = path, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(path) ?? [];
  if (kind === 'open')
    return { part, value: (open.find((point) => entryOf(point.path) === path)?.known ?? {}) as Known };
  const whole = campaign[part as keyof typeof campaign];
  const value = Array.isArray(whole) ? whole[Number(index)] : whole;
  return { part, value: (typeof value === 'string' ? { name: value } : value) as Known };
}

function sentenceOf(
  said: Context['words']['letter'],
  { part, value }: { part: string; value: Known },
): string {
  const text = (key: string): string | null =>
    typeof value[key] === 'string' ? (value[key] as string) : null;
  const due = (value.due ?? null) as LetterDue | null;
  switch (part) {
    case 'authority':
      return said.authority(text('name') ?? '', text('department'));
    case 'directive':
      return said.directive(text('number'), text('date'));
    case 'period':
      return said.period(text('from'), text('to'));
    case 'collect':
      return said.collect({
        form: text('form'),
        from: (value.from ?? []) as readonly string[],
        every: (value.every ?? null) as 'day' | 'once' | null,
        due,
      });
    case 'targets':
      return said.target({
        scope: text('scope'),
        of: text('of'),
        reach: text('reach') ?? '…',
        by: text('by'),
      });
    case 'forward':
      return said.forward((value.to ?? []) as readonly string[], due);
    default:
      return text('name') ?? part;
  }
}

/** Another value, key by key, each with what the letter says to begin with; null where it came to nothing. */
async function changed(
  context: Context,
  asker: Asker,
  reading: LetterReading,
  step: Step,
): Promise<object | string | null> {
  const { ask } = context.words.letter;
  const { part, value } = valueAt(reading, step);
  const text = (message: string, key: string): Promise<string> =>
    asker.text(message, { initial: String(value[key] ?? '') });
  switch (part) {
    case 'name':
      return (await text(ask.name, 'name')) || null;
    case 'authority': {
      const name = await text(ask.office, 'name');
      const department = await text(ask.department, 'department');
      const { department: _, ...rest } = value;
      return { ...rest, name: name === '' ? value.name : name, ...(department === '' ? {} : { department }) };
    }
    case 'directive': {
      const number = await text(ask.number, 'number');
      const { number: _, ...rest } = value;
      return { ...rest, ...(number === '' ? {} : { number }) };
    }
    case 'period': {
      const from = await askDay({ asker, context }, ask.firstDay);
      const to = await askDay({ asker, context }, ask.lastDay);
      return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
    }
    case 'collect':
      return changedCollect(context, asker, value);
    case 'targets':
      return changedTarget(context, asker, value);
    default: {
      const to = listOf(
        await asker.text(ask.to, { initial: ((value.to ?? []) as readonly string[]).join('; ') }),
        ';',
      );
      if (to.length === 0) return null;
      return { to, ...dueIn(await askDue({ asker, context }, false)) } satisfies LetterForward;
    }
  }
}

async function changedCollect(context: Context, asker: Asker, value: Known): Promise<LetterCollect | null> {
  const { ask } = context.words.letter;
  const forms = [...shippedForms().values()].map(({ id }) => ({
    value: id,
    name: context.words.fill.init.forms(id),
  }));
  const form = await asker.choose(ask.form, forms, value.form as string | undefined);
  const from = listOf(
    await asker.text(ask.from, { initial: ((value.from ?? []) as readonly string[]).join(', ') }),
    ',',
  );
  if (from.length === 0) return null;
  const every = await asker.choose<'day' | 'once'>(
    ask.every,
    [
      { value: 'day', name: ask.daily },
      { value: 'once', name: ask.once },
    ],
    value.every as 'day' | 'once' | undefined,
  );
  return { form, from, every, ...dueIn(await askDue({ asker, context }, every === 'once')) };
}

async function changedTarget(context: Context, asker: Asker, value: Known): Promise<LetterTarget | null> {
  const { ask } = context.words.letter;
  const reach = (await asker.text(ask.reach, { initial: String(value.reach ?? '') })).replace(/\s*%?$/, '%');
  if (!/^\d{1,3}(?:[.,]\d{1,4})?%$/.test(reach)) return null;
  const by = await askDay({ asker, context }, ask.by);
  const scope = String(value.scope ?? 'residents');
  const usual =
    scope === 'staff'
      ? { measure: 'staff_installed', of: 'staff_with_smartphone' }
      : { measure: 'installed', of: 'smartphone_users' };
  const id = `${scope}-${reach.replace('%', '').replace(/[.,]/, '-')}`;
  const known = { measure: String(value.measure ?? usual.measure), of: String(value.of ?? usual.of) };
  return { id, scope, ...known, reach, ...(by === null ? {} : { by }) };
}

function listOf(typed: string, separator: string): readonly string[] {
  return typed
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function dueIn(due: Due | null): { readonly due?: LetterDue } {
  if (due === null) return {};
  const { date, time, rule } = due;
  return { due: { ...(date === null ? {} : { date }), ...(time === null ? {} : { time }), rule } };
}
