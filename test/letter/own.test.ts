import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLetter } from '../../src/letter/read-letter.ts';
import { committeeAbove } from '../../src/load/places.ts';
import { readLetterFile } from '../../src/read/letter.ts';
import { realOffice } from '../../src/read/office.ts';

/** Letters of several subjects and levels, invented; `truth.json` is what a reader of each settled by hand. */
const FOLDER = 'fixtures/letters/own';
const truth = JSON.parse(readFileSync(`${FOLDER}/truth.json`, 'utf8')) as {
  readonly [name: string]: unknown;
};

function said(text: string) {
  const { reading } = readLetter(text, committeeAbove);
  const { name: _, ...campaign } = reading.campaign;
  const unsure = reading.evidence
    .filter(({ path, sure }) => !sure && path !== 'name')
    .map(({ path }) => path);
  const open = reading.open.map(({ path, candidates }) => [path, ...candidates].join(' '));
  return { ...campaign, open, unsure, asksReport: reading.asksReport };
}

async function textOf(file: string): Promise<string> {
  const bytes = readFileSync(`${FOLDER}/${file}`);
  const read = await readLetterFile(file, bytes, /\.(odt|doc)$/.test(file) ? realOffice() : null);
  return read.kind === 'text' ? read.text : `refused: ${read.why}`;
}

describe.each(Object.keys(truth))('%s', (name) => {
  it.each(['txt', 'docx', 'pdf', 'odt', 'doc'].filter((each) => existsSync(`${FOLDER}/${name}.${each}`)))(
    'says what it says as .%s',
    async (extension) => {
      expect(said(await textOf(`${name}.${extension}`))).toEqual(truth[name]);
    },
    60_000,
  );
});

it('has a truth for every letter', () => {
  const letters = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
  expect(letters.map((file) => file.slice(0, -4)).sort()).toEqual(Object.keys(truth).sort());
});

it('a scan is named as one', async () => {
  expect(await textOf('quet.pdf')).toBe('refused: scan');
});
