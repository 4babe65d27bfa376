import { describe, expect, test } from 'vitest';
import type { ScopeSummary, SenderLine, UnitLine } from '../../src/model/summary.ts';
import { claimOf, openUnits } from '../../src/view/claim.ts';
import { headline } from '../../src/view/headline.ts';
import { layoutOf } from '../../src/view/scope/layout.ts';
import { sampleInput, sampleSummary } from './sample.ts';

const [residents] = sampleSummary().scopes as [ScopeSummary];
const reported = residents.units.filter(({ status }) => status === 'on-time' || status === 'late');

/** The scope with other units, its total summed anew over them. */
function scopeOf(units: readonly UnitLine[], rest: Partial<ScopeSummary> = {}): ScopeSummary {
  const having = units.filter(({ figures }) => figures.installed !== undefined);
  const coverage = {
    measure: 'installed',
    of: 'smartphone_users',
    numerator: having.reduce((sum, unit) => sum + (unit.coverage?.numerator ?? 0), 0),
    denominator: having.reduce((sum, unit) => sum + (unit.coverage?.denominator ?? 0), 0),
    percent: 50,
    units: having.filter((unit) => unit.coverage !== null).length,
  };
  const value = having.reduce((sum, { figures }) => sum + (figures.installed?.value ?? 0), 0);
  const carried = having.filter(({ figures }) => figures.installed?.carried === true).length;
  const figures = { installed: { value, units: having.length, carried } };
  return {
    ...residents,
    ...rest,
    units,
    total: { figures, coverage, coverages: [coverage], delta: null },
  };
}

function first(scope: ScopeSummary): string {
  const input = sampleInput();
  return headline(input, layoutOf(input, scope))[0] ?? '';
}
const claim = (scope: ScopeSummary) => {
  const input = sampleInput();
  return claimOf(input, layoutOf(input, scope));
};

describe('what a page may claim', () => {
  test('speaks of the whole area only where every unit due has a figure', () => {
    const own = reported.filter(({ coverage }) => coverage !== null);
    expect(claim(scopeOf(own))).toMatchObject({ units: own.length, of: own.length, whole: true });
    expect(first(scopeOf(own))).toMatch(/^Toàn địa bàn có /);
    const silent = {
      ...(own[0] as UnitLine),
      code: 'X',
      status: 'missing',
      figures: {},
      coverage: null,
    } as const;
    expect(first(scopeOf([...own, silent]))).toMatch(
      new RegExp(`^${own.length}/${own.length + 1} đơn vị có số liệu: `),
    );
  });

  test('a unit that is exempt or not asked takes nothing from the whole', () => {
    const own = reported.filter(({ coverage }) => coverage !== null);
    const free = {
      ...(own[0] as UnitLine),
      code: 'X',
      status: 'exempt',
      figures: {},
      coverage: null,
    } as const;
    expect(claim(scopeOf([...own, free])).whole).toBe(true);
  });

  test('says which day stands in for how many', () => {
    const own = reported.filter(({ coverage }) => coverage !== null);
    const stale = own.map((unit, index) =>
      index === 0
        ? {
            ...unit,
            status: 'missing' as const,
            figures: { installed: { value: 9, date: '2021-08-15', carried: true } },
          }
        : unit,
    );
    expect(first(scopeOf(stale))).toContain(', trong đó 1 đơn vị lấy số ngày 15/8/2021');
  });

  test('names the offices whose summaries are not in, and is then not the whole', () => {
    const own = reported.filter(({ coverage }) => coverage !== null);
    const line = {
      code: 'D1',
      name: 'Huyện Thí Dụ',
      status: 'on-time',
      receivedAt: null,
      minutesLate: 0,
    } as const;
    const senders: readonly SenderLine[] = [
      line,
      { ...line, code: 'D2', name: 'Huyện Minh Họa', status: 'missing' },
    ];
    const scope = scopeOf(own, { senders });
    const input = sampleInput('vi', { summary: { ...sampleSummary(), scopes: [scope] } });
    const [offices, figure] = headline(input, layoutOf(input, scope));
    expect(offices).toBe('Mới nhận của 1/2 đơn vị tổng hợp; chưa nhận được của Huyện Minh Họa.');
    expect(figure).not.toContain('Toàn địa bàn');
  });

  test('nobody whose file is there is said to be missing', () => {
    const attempt = { outcome: 'rejected', path: 'a.xlsx', receivedAt: '2021-08-16T14:00:00+07:00' } as const;
    const silent = { ...(residents.units[0] as UnitLine), status: 'missing', attempt: null } as const;
    const open = openUnits([silent, { ...silent, name: 'Xã Gửi Hỏng', attempt }]);
    expect(open.missing).toEqual([silent]);
    expect(open.unusable).toEqual([{ name: 'Xã Gửi Hỏng', outcome: 'rejected' }]);
  });
});
