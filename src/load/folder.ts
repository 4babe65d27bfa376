import { dirname, isAbsolute, posix } from 'node:path';
import { type Io, slashed } from '../io.ts';
import type { Campaign, CampaignFolder, Question } from '../model/campaign.ts';
import { UserError } from '../model/error.ts';
import type { Form } from '../model/form.ts';
import type { Roster } from '../model/units.ts';
import { type AdminPlace, restoreCode } from '../read/admin-units.ts';
import { checkReferences, readCampaign } from '../read/campaign/campaign.ts';
import { readRoster } from '../read/campaign/roster.ts';
import { readForm } from '../read/forms.ts';
import { read } from '../read/read.ts';
import { formFiles, profileNames, templateBytes, templateText } from '../templates.ts';
import { nearest } from '../text/nearest.ts';
import { rescueWorkbook } from '../text/rescue-workbook.ts';
import { ADMIN_LISTS, placesOf } from './admin-lists.ts';
import { otherDays } from './other-days.ts';

/** Where a campaign's files come from: a folder on the disk, or a shipped profile. */
interface Source {
  readonly root: string | null;
  /** Shown in messages before a file's name. */
  readonly shown: (file: string) => string;
  readonly bytes: (file: string) => Uint8Array | null;
  readonly list: (folder: string) => readonly string[];
}

/** Finds the campaign (contract section 1) and reads all of it. Throws a UserError. */
export async function openCampaign(
  io: Io,
  flag: string | undefined,
  paths: readonly string[],
): Promise<CampaignFolder> {
  const source = findSource(io, flag, paths);
  const file = source.shown('campaign.yaml');
  const yaml = decode(source.bytes('campaign.yaml') ?? new Uint8Array());
  const text = readCampaign(file, yaml);
  const forms = readForms(source);
  const roster = await openRoster(source, text.campaign.units);
  checkReferences(file, text, forms, roster);
  return {
    root: source.root,
    campaign: text.campaign,
    roster,
    forms,
    questions: questionsIn(yaml),
    otherDays: otherDays(),
  };
}

/** What a letter, or the office itself, left to be looked at: "# ? …". */
function questionsIn(yaml: string): readonly Question[] {
  return yaml.split(/\r?\n/).flatMap((line, n) => {
    const text = /^\s*#\s?\?\s*(.*)$/.exec(line)?.[1];
    return text === undefined ? [] : [{ line: n + 1, text: text.trim() }];
  });
}

/** The campaign that a text of campaign.yaml says. Throws a UserError. */
export function campaignOf(file: string, text: string): Campaign {
  return readCampaign(file, text).campaign;
}

/** The campaign folder that `openCampaign` would find; null for a profile. Throws a UserError. */
export function campaignRoot(io: Io, flag: string | undefined, paths: readonly string[]): string | null {
  return findSource(io, flag, paths).root;
}

function findSource(io: Io, flag: string | undefined, paths: readonly string[]): Source {
  if (flag !== undefined) {
    const folder = absolute(io, flag);
    if (has(io, folder)) return folderSource(io, folder);
    if (posix.basename(folder) === 'campaign.yaml' && has(io, dirname(folder)))
      return folderSource(io, dirname(folder));
    const known = profileNames();
    if (known.includes(flag)) return profileSource(flag);
    throw new UserError({ kind: 'unknown-profile', name: flag, nearest: nearest(flag, known), known });
  }
  for (const start of [...paths.map((path) => absolute(io, path)), io.cwd]) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (has(io, folder)) return folderSource(io, folder);
      if (dirname(folder) === folder) break;
    }
  }
  throw new UserError({ kind: 'no-campaign', from: io.cwd });
}

function has(io: Io, folder: string): boolean {
  return io.files.info(posix.join(folder, 'campaign.yaml')) !== null;
}

/** An argument as an absolute path with `/`. */
export function absolute(io: Io, path: string): string {
  return posix
    .normalize(isAbsolute(path) ? slashed(path) : posix.join(io.cwd, slashed(path)))
    .replace(/(.)\/$/, '$1');
}

function folderSource(io: Io, root: string): Source {
  const shown = (file: string): string => {
    const relative = posix.relative(io.cwd, posix.join(root, file));
    return relative.startsWith('../..') ? posix.join(root, file) : relative;
  };
  return {
    root,
    shown,
    bytes: (file) => {
      const path = posix.join(root, file);
      if (io.files.info(path) === null) return null;
      try {
        return io.files.read(path);
      } catch (error) {
        throw new UserError({
          kind: 'cannot-read',
          path: shown(file),
          reason: (error as NodeJS.ErrnoException).code ?? '',
        });
      }
    },
    list: (folder) => {
      const path = posix.join(root, folder);
      return io.files.info(path)?.kind === 'folder' ? io.files.list(path) : [];
    },
  };
}

function profileSource(name: string): Source {
  return {
    root: null,
    shown: (file) => `${name}/${file}`,
    bytes: (file) => templateBytes(`campaigns/${name}/${file}`),
    list: () => [],
  };
}

/** The forms that every campaign knows, by id. */
export function shippedForms(): ReadonlyMap<string, Form> {
  const forms = formFiles().map((name) => readForm(name, templateText(`forms/${name}`)));
  return new Map(forms.map((form) => [form.id, form]));
}

/** The shipped forms, then the campaign's own: one of its own with a shipped id takes its place. */
function readForms(source: Source): ReadonlyMap<string, Form> {
  const forms = new Map(shippedForms());
  for (const name of source.list('forms').filter((each) => /\.ya?ml$/.test(each))) {
    const file = `forms/${name}`;
    const form = readForm(source.shown(file), decode(source.bytes(file) ?? new Uint8Array()));
    forms.set(form.id, form);
  }
  return forms;
}

async function openRoster(source: Source, name: string): Promise<Roster> {
  const file = [name, name.replace(/\.csv$/, '.xlsx')].find((each) => source.bytes(each) !== null);
  if (file === undefined) throw new UserError({ kind: 'path-not-found', path: source.shown(name) });
  const [document] = await read(file, source.bytes(file) ?? new Uint8Array());
  const workbook = document?.workbook == null ? null : rescueWorkbook(document.workbook, new Set()).workbook;
  const sheet = workbook?.sheets.find((each) => !each.hidden && each.rows.length > 0);
  if (sheet === undefined) throw new UserError({ kind: 'roster-empty', file: source.shown(file) });
  let places: readonly AdminPlace[] | null = null;
  return readRoster(source.shown(file), sheet, (code, unitName) => {
    if (!/^\d{1,4}$/.test(code)) return null;
    places ??= ADMIN_LISTS.flatMap(placesOf);
    return restoreCode(places, code, unitName);
  });
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
