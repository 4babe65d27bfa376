import { describe, expect, it } from 'vitest';
import { attemptsOf } from '../../../src/day/rollup/attempts.ts';
import type { DecidedSubmission } from '../../../src/model/submission.ts';
import { NOTHING_STATED } from '../../../src/text/stated.ts';

const made = (path: string, rest: Partial<DecidedSubmission>): DecidedSubmission => ({
  path,
  sha256: path,
  sheet: null,
  sheets: [],
  arrival: { at: Date.parse('2021-08-16T14:00:00+07:00'), evidence: 'at', channel: null },
  folderDate: '2021-08-16',
  form: null,
  scope: null,
  unit: 'A',
  date: null,
  figures: new Map(),
  given: new Map(),
  phones: [],
  rows: [],
  stated: NOTHING_STATED,
  standing: 'rejected',
  findings: [],
  outcome: 'rejected',
  version: null,
  ...rest,
});
const at = (time: string) => ({
  arrival: { at: Date.parse(`2021-08-16T${time}+07:00`), evidence: 'at', channel: null } as const,
});
const attempts = (scope: string, ...files: DecidedSubmission[]) =>
  attemptsOf(scope, files, [], 'Asia/Ho_Chi_Minh');

describe('the attempt of a unit', () => {
  it('is its newest file that does not count', () => {
    const files = [
      made('a.xlsx', { outcome: 'undecided', ...at('14:10:00') }),
      made('b.jpg', { outcome: 'ignored', ...at('14:05:00') }),
      made('c.xlsx', { outcome: 'accepted', ...at('14:20:00') }),
      made('d.xlsx', { outcome: 'superseded', ...at('14:20:00') }),
    ];
    expect(attempts('residents', ...files).get('A')).toEqual({
      outcome: 'undecided',
      path: 'a.xlsx',
      receivedAt: '2021-08-16T14:10:00+07:00',
    });
  });

  it('is nobody’s where the unit is not known, and none where every file counts', () => {
    expect(
      attempts('residents', made('a.pdf', { unit: null }), made('b.xlsx', { outcome: 'accepted' })).size,
    ).toBe(0);
  });

  it('stands in the scope of its form; without a form in every scope of the unit', () => {
    const staff = made('m1.docx', { scope: 'staff', form: 'mau-01' });
    expect(attempts('residents', staff).size).toBe(0);
    expect(attempts('staff', staff).get('A')?.path).toBe('m1.docx');
    expect(attempts('residents', made('scan.pdf', {})).get('A')?.outcome).toBe('rejected');
  });
});
