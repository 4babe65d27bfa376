import { describe, expect, it } from 'vitest';
import type { AcrossDay } from '../../src/day/across/day.ts';
import { aboveParent } from '../../src/day/across/levels.ts';
import { staffAdded } from '../../src/day/across/staff-added.ts';
import { bySender, closingsOf, replacementOf } from '../../src/day/closing.ts';
import { WORDS } from '../../src/lang/lang.ts';
import { finding } from '../../src/model/finding.ts';
import { rosterLinesOf } from '../../src/model/roster-lines.ts';
import type { DecidedSubmission } from '../../src/model/submission.ts';
import type { Unit } from '../../src/model/units.ts';
import type { ViewInput } from '../../src/view/input.ts';
import { problemLines } from '../../src/write/terminal/problems.ts';

/** Twice as much may cost a little more than twice as many steps: a Map grows, a sort has its logarithm. */
const MOST = 2.4;

describe('the work of a day grows with its files, not with their square', () => {
  it('what a newer file settled, for 2,000 files', () => {
    expect(growth(2000, (n, seen) => closingsOf(submissions(n, seen), '2021-08-16'))).toBeLessThan(MOST);
  });

  it('what was counted in place of each of 2,000 files', () => {
    const work = (n: number, seen: Seen) => {
      const all = submissions(n, seen);
      const sender = bySender(all);
      for (const each of all) replacementOf([each], sender);
    };
    expect(growth(2000, work)).toBeLessThan(MOST);
  });

  it('a list of 5,000 problems', () => {
    const work = (n: number, seen: Seen) => {
      const findings = Array.from({ length: n }, (_, k) =>
        finding('report/no-rows', { file: `${k}.xlsx` }, { form: 'mau-02' } as never),
      );
      const input = {
        words: WORDS.vi,
        findings,
        submissions: submissions(n, seen),
        checked: { rules: 1, reports: n },
        summary: { scopes: [] },
        folder: { roster: { units: [] } },
        sources: [],
      } as unknown as ViewInput;
      problemLines(input, { columns: 80, colors: false, verbose: false } as never);
    };
    expect(growth(5000, work)).toBeLessThan(MOST);
  });

  it('units beside those above them, for 11,000 units', () => {
    const work = (n: number, seen: Seen) => {
      const day = across(n, seen);
      aboveParent(day);
      staffAdded(day);
    };
    expect(growth(5500, work)).toBeLessThan(MOST);
  });
});

/** Counts every look at a property. */
interface Seen {
  looks: number;
}

function growth(n: number, work: (n: number, seen: Seen) => void): number {
  const looks = [n, 2 * n].map((size) => {
    const seen = { looks: 0 };
    work(size, seen);
    return seen.looks;
  });
  return (looks[1] ?? 0) / (looks[0] ?? 1);
}

function watched<T extends object>(value: T, seen: Seen): T {
  return new Proxy(value, {
    get: (target, name) => {
      seen.looks += 1;
      return Reflect.get(target, name);
    },
  });
}

function submissions(n: number, seen: Seen): readonly DecidedSubmission[] {
  return Array.from({ length: n }, (_, k) => {
    const submission = {
      path: `${k}.xlsx`,
      sha256: String(k),
      sheet: null,
      sheets: [],
      form: 'mau-02',
      unit: String(k),
      folderDate: '2021-08-16',
      date: '2021-08-16',
      standing: 'rejected',
      outcome: 'rejected',
      findings: [],
      figures: new Map(),
      given: new Map(),
      arrival: { at: k, evidence: 'received.csv', channel: null, fileTime: k },
    };
    return watched(submission as unknown as DecidedSubmission, seen);
  });
}

function across(n: number, seen: Seen): AcrossDay {
  const units = Array.from({ length: n }, (_, k) => ({
    code: String(k),
    name: `Xã ${k}`,
    kind: 'xã',
    parent: k === 0 ? null : String(k >> 4),
    validFrom: null,
    validTo: null,
  }));
  const form = { id: 'mau-01', scope: 'staff', measures: [] };
  const report = { figures: new Map([['staff_installed', { value: 1 }]]) };
  const reports = units.map(({ code, name }) =>
    watched({ form, unit: code, name, once: true, report, earlier: [] }, seen),
  );
  const lines = rosterLinesOf({ units: units as unknown as readonly Unit[] } as never);
  return { lines, date: '2021-08-16', reports, crossings: [] } as unknown as AcrossDay;
}
