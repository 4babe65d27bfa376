import { type Day, dayOf } from '../../src/day/day.ts';
import { contentOfEmbedded } from '../../src/levels/contents.ts';
import { levelShape, summaryShape } from '../../src/levels/level-shape.ts';
import type { Campaign, CampaignFolder, Collect } from '../../src/model/campaign.ts';
import type { LevelData } from '../../src/model/level.ts';
import type { Instant, Submission } from '../../src/model/submission.ts';
import type { Summary } from '../../src/model/summary.ts';
import type { Unit } from '../../src/model/units.ts';
import { NOTHING_STATED } from '../../src/text/stated.ts';
import { at, folder, unit } from '../model/world.ts';

/** A tree of offices over leaf units, invented; every office aggregates what lies in its inbox. */
export interface Office {
  readonly code: string;
  /** Lowest offices have leaves, the others have offices. */
  readonly leaves: readonly Unit[];
  readonly below: readonly Office[];
}

export const TONG_HOP: Collect = {
  form: 'tong-hop',
  from: ['huyện', 'tỉnh'],
  every: 'day',
  due: { date: null, time: '16:00', rule: 'before' },
  counting: 'auto',
};

export interface World {
  readonly leafCollect: readonly Collect[];
  readonly changes: Partial<Campaign>;
  /** The reports of the leaves. */
  readonly sent: readonly Submission[];
  readonly day: string;
  readonly asOf: Instant;
}

export function leavesOf(office: Office): readonly Unit[] {
  return [...office.leaves, ...office.below.flatMap(leavesOf)];
}

/** What the office sees with all the leaves' own files. */
export function withAllFiles(office: Office, world: World): Day {
  return aggregate(
    folder([...leavesOf(office)], { ...world.changes, collect: world.leafCollect }),
    world.sent,
    world,
  );
}

/** What the office sees with a summary of each office below it, each made in the same way. */
export function withSummaries(office: Office, world: World): Day {
  if (office.below.length === 0) {
    const codes = new Set(office.leaves.map(({ code }) => code));
    const own = world.sent.filter((each) => each.unit !== null && codes.has(each.unit));
    return aggregate(campaignOf(office, world), own, world);
  }
  return aggregate(campaignOf(office, world), summariesBelow(office, world), world);
}

export function summariesBelow(office: Office, world: World): readonly Submission[] {
  return office.below.map((below) => summaryOf(below, withSummaries(below, world), world));
}

/** Its roster lists the offices that send to it; with `leaves` also all the units below them. */
export function campaignOf(office: Office, { leafCollect, changes }: World, leaves = false): CampaignFolder {
  const offices = office.below.map(({ code, below }) =>
    unit(code, { kind: below.length > 0 ? 'tỉnh' : 'huyện', name: `Huyện ${code}` }),
  );
  const below = office.below.flatMap((each) =>
    leavesOf(each).map((leaf) => ({ ...leaf, parent: each.code })),
  );
  const listed = leaves ? [...offices, ...below] : offices;
  const collect = office.below.length === 0 ? leafCollect : leaves ? [...leafCollect, TONG_HOP] : [TONG_HOP];
  return folder([...listed, ...office.leaves], { ...changes, collect });
}

export function aggregate(of: CampaignFolder, sent: readonly Submission[], { day, asOf }: World): Day {
  return dayOf(sent, of, day, asOf);
}

/** The office's summary as it arrives one level up: through JSON, as in the hidden sheet. */
export function summaryOf(office: Office, { summary, level }: Day, world: World): Submission {
  const json = JSON.stringify({ ...summary, findings: [], level });
  const { level: carried, ...read } = JSON.parse(json) as Summary & { level: LevelData };
  if (!summaryShape(read) || !levelShape(carried)) throw new Error('not of the shape that is read');
  return {
    path: `inbox/${world.day}/${office.code}.xlsx`,
    sha256: `${office.code} ${world.day}`,
    sheet: null,
    sheets: [],
    arrival: { at: at(`${world.day.slice(-2)} 15:55`), evidence: 'received.csv', channel: null },
    folderDate: world.day,
    form: 'tong-hop',
    scope: 'summary',
    unit: office.code,
    date: world.day,
    figures: new Map(),
    given: new Map(),
    phones: [],
    rows: [],
    stated: NOTHING_STATED,
    standing: 'accepted',
    findings: [],
    summary: contentOfEmbedded({ summary: read, level: carried, intact: true, cell: 'A3' }, []),
  };
}

/** The figures alone: what the law is about. */
export function figuresOf({ summary }: Day) {
  return summary.scopes.map(({ senders: _, ...scope }) => scope);
}
