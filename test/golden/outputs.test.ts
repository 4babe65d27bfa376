import { describe, expect, it } from 'vitest';
import { open, picture } from '../write/picture.ts';
import { type Captured, capture } from './captured.ts';

/** Whole runs of the main job, to be read by a reviewer: `npx vitest run -u` writes them anew. */
const RUNS = [
  ['hoai-nhon', '2021-08-14', '17:00'],
  ['hoai-nhon', '2021-08-16', '16:00'],
  ['hoai-nhon', '2021-08-17', '16:00'],
  ['office-base', '2021-08-16', '16:00'],
  ['loc-ninh', '2020-08-17', '15:30'],
  ['hong-ngu', '2020-08-18', '15:30'],
  ['quang-dien', '2020-08-10', '23:00'],
  ['own-form', '2021-10-19', '18:00'],
  ['dong-nai', '2020-08-14', '17:00'],
  ['dong-nai', '2020-08-15', '08:00'],
  ['gia-lai', '2026-05-11', '16:00'],
] as const;
const FORMATS = ['xlsx', 'json', 'csv', 'md', 'html'];

describe.each(RUNS)('%s on %s', (name, date, hour) => {
  const argv = ['aggregate', '--date', date, '--as-of', `${date}T${hour}`];
  const all = [...argv, '--format', FORMATS.join(',')];
  const narrow = capture(name, all);
  const file = (format: string) => `outbox/${date}/tong-hop-${date}.${format}`;
  const expected = (what: string) => `expected/${name}/${date}/${what}`;

  it('says what it should, on a screen of 80 and of 120 columns', async () => {
    const wide = await capture(name, argv, { columns: 120 });
    await expect(transcript(all, await narrow)).toMatchFileSnapshot(expected('terminal-80.txt'));
    await expect(transcript(argv, wide)).toMatchFileSnapshot(expected('terminal-120.txt'));
  });

  it('writes what it should', async () => {
    const { written, err } = await narrow;
    expect([...written.keys()], err).toEqual(FORMATS.map(file));
    const text = (format: string) => new TextDecoder().decode(written.get(file(format)));
    for (const format of ['json', 'csv', 'md'])
      await expect(text(format)).toMatchFileSnapshot(expected(`tong-hop.${format}`));
    const workbook = await open(written.get(file('xlsx')) ?? new Uint8Array());
    await expect(picture(workbook)).toMatchFileSnapshot(expected('workbook.txt'));
  });

  it('writes the same bytes again, in whatever order folders give their files', async () => {
    const first = await narrow;
    const again = await capture(name, all, { order: shuffle });
    expect(again.out).toBe(first.out);
    for (const [path, bytes] of first.written)
      expect(Buffer.compare(bytes, again.written.get(path) ?? new Uint8Array()), path).toBe(0);
  });

  it('prints with --json what it writes', async () => {
    const { out } = await capture(name, [...argv, '--json', '--dry-run']);
    expect(out).toBe(new TextDecoder().decode((await narrow).written.get(file('json'))));
  });
});

/** As a terminal would show it: the command, what it printed, how it ended. */
function transcript(argv: readonly string[], { out, err, exit }: Captured): string {
  return [`$ bluezone-report ${argv.join(' ')}`, out.trimEnd(), err.trimEnd(), `[${exit}]`, ''].join('\n');
}

/** The same disorder each time: every other name first, the rest backwards. */
function shuffle(names: readonly string[]): readonly string[] {
  return [...names.filter((_, n) => n % 2 === 1), ...names.filter((_, n) => n % 2 === 0).reverse()];
}
