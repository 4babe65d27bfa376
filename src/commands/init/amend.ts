import { posix } from 'node:path';
import { openAsker } from '../../console/ask.ts';
import type { Context, Plan } from '../../console/command.ts';
import { type Change, changesOf } from '../../letter/amend.ts';
import { sentenceAt } from '../../letter/clause.ts';
import type { LetterDue } from '../../letter/proposal.ts';
import type { OpenLetter } from '../../letter/read-letter.ts';
import { entryOf } from '../../letter/review.ts';
import { campaignOf } from '../../load/folder.ts';
import { UserError } from '../../model/error.ts';
import { addDays } from '../../model/time.ts';
import { amendCampaignYaml } from '../../write/campaign-amended.ts';
import { askDay } from './asking.ts';

/**
 * A letter about a campaign that is there: what it would change, from which day, with its sentence. On a terminal each
 * change is asked; `--yes` confirms those that the letter settles. Past days keep what they were asked.
 */
export async function amendCampaign(
  context: Context,
  open: OpenLetter,
  root: string,
  yes: boolean,
): Promise<Plan> {
  const { io, words } = context;
  const said = words.letter;
  const path = posix.join(root, 'campaign.yaml');
  const yaml = new TextDecoder().decode(io.files.read(path));
  const campaign = campaignOf(path, yaml);
  const asker = yes ? null : await openAsker(context, said.instead);
  const told = open.reading.campaign.period?.from ?? null;
  const since = told ?? (asker === null ? null : await askDay({ asker, context }, said.ask.since));
  if (since === null) throw new UserError({ kind: 'letter-undated' });
  const changes = changesOf(campaign, open.reading, since);
  const taken: Change[] = [];
  for (const change of changes) {
    const sentence = `${shown(context, change, since)}\n  ${cited(context, open, change)}`;
    asker?.say(sentence);
    if (asker === null) taken.push(change);
    else {
      const choices = [
        { value: true, name: said.ask.take },
        { value: false, name: said.ask.leave },
      ];
      if (await asker.choose(said.ask.amend, choices)) taken.push(change);
    }
  }
  const text = amendCampaignYaml(yaml, taken, {
    since,
    until: addDays(since, -1),
    cited: (change) => cited(context, open, change),
  });
  // What is written loads, or nothing is.
  campaignOf(path, text);
  const lines = taken.map(
    (change) => `${shown(context, change, since)}\n  ${cited(context, open, change)}\n`,
  );
  return {
    out: '',
    err: changes.length === 0 ? `${said.unchanged}\n` : lines.join(''),
    files: taken.length === 0 ? [] : [{ path, bytes: new TextEncoder().encode(text) }],
    ledger: [],
    root: null,
    exit: 0,
  };
}

function shown({ words }: Context, { list, ends, value }: Change, since: string): string {
  const said = words.letter;
  const entry: { readonly [key: string]: unknown } = { ...value };
  const due = (entry.due ?? null) as LetterDue | null;
  const text = (key: string): string | null =>
    typeof entry[key] === 'string' ? (entry[key] as string) : null;
  const sentence =
    list === 'collect'
      ? said.collect({
          form: text('form'),
          from: entry.from as readonly string[],
          every: entry.every as 'day' | 'once',
          due,
        })
      : list === 'targets'
        ? said.target({ scope: text('scope'), of: text('of'), reach: text('reach') ?? '', by: text('by') })
        : said.forward(entry.to as readonly string[], due);
  return said.change(sentence, since, ends !== null);
}

function cited({ words }: Context, { seen, reading }: OpenLetter, { path }: Change): string {
  const proofs = reading.evidence.filter((proof) => entryOf(proof.path) === path);
  const proof = proofs.find((each) => each.path.includes('.due')) ?? proofs[0];
  if (proof === undefined) return '';
  const { quote, line, item } = sentenceAt(seen, proof);
  return words.letter.cited(quote, line, item);
}
