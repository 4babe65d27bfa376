import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf, pageSetup, unitsOwing } from '../../src/console/form-choice.ts';
import { identify, registryOf } from '../../src/day/identify.ts';
import { judge } from '../../src/intake/fill/check.ts';
import { askedFields, type Draft } from '../../src/intake/fill/draft.ts';
import { intake } from '../../src/intake/intake.ts';
import { WORDS } from '../../src/lang/lang.ts';
import { openCampaign } from '../../src/load/folder.ts';
import type { CampaignFolder } from '../../src/model/campaign.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Form } from '../../src/model/form.ts';
import type { Report } from '../../src/model/report.ts';
import type { Unit } from '../../src/model/units.ts';
import { openZip, unpack } from '../../src/pack/zip.ts';
import { read } from '../../src/read/read.ts';
import { profileNames } from '../../src/templates.ts';
import { formFileName, formPage } from '../../src/view/blank.ts';
import { writeDocxForm } from '../../src/write/docx/form.ts';
import { writeXlsxForm } from '../../src/write/xlsx/form.ts';
import { memoryIo } from '../memory-io.ts';

const DATE = '2021-08-16';
const FORMATS = ['xlsx', 'docx'] as const;

function written(
  folder: CampaignFolder,
  form: Form,
  unit: Unit,
  draft: Draft | null,
  format: 'xlsx' | 'docx',
) {
  const page = formPage(
    { form, unit, date: DATE, ...pageSetup(folder, form, unit), draft, blankRows: 3 },
    WORDS.vi,
  );
  return format === 'xlsx' ? writeXlsxForm(page) : writeDocxForm(page);
}

/** What intake makes of a file: the report, and everything that is found, its unit and day included. */
async function received(folder: CampaignFolder, name: string, bytes: Uint8Array) {
  const [document] = await read(name, bytes);
  if (document?.workbook == null) throw new Error(`${name} is not read`);
  const { reports, findings } = intake(document.workbook, folder.forms, { counting: () => 'auto' });
  const [report] = reports;
  if (report === undefined || reports.length > 1) throw new Error(`${reports.length} reports in ${name}`);
  const identity = identify(
    {
      form: report.placement.form.id,
      unitClaims: report.unitClaims,
      dateClaims: report.dateClaims,
      path: name,
      sheet: null,
      inside: name,
      folderDate: DATE,
    },
    registryOf(folder),
  );
  const all: readonly Finding[] = [
    ...document.findings,
    ...findings,
    ...report.findings,
    ...identity.findings,
  ];
  return { report, identity, codes: all.map(({ code }) => code) };
}

describe.each(profileNames())('blank forms of %s', (profile) => {
  it('are known again with their unit and day, and lack nothing but figures', async () => {
    const folder = await openCampaign(memoryIo(), profile, []);
    for (const form of formsOf(folder)) {
      const units = unitsOwing(folder, form.id, DATE);
      expect(units.length).toBeGreaterThan(0);
      for (const [n, unit] of units.entries()) {
        // Both formats bear the same words: one of them is enough for each unit.
        const format = FORMATS[n % 2] ?? 'xlsx';
        const name = `${formFileName(form, unit, DATE)}.${format}`;
        const { report, identity, codes } = await received(
          folder,
          name,
          await written(folder, form, unit, null, format),
        );
        expect([name, report.placement.form.id, identity.unit, identity.date]).toEqual([
          name,
          form.id,
          unit.code,
          DATE,
        ]);
        expect([name, codes.filter((code) => code !== 'report/no-rows' && code !== 'value/missing')]).toEqual(
          [name, []],
        );
      }
    }
  }, 120_000);
});

describe('a filled form', async () => {
  const folder = await openCampaign(memoryIo(), 'hoai-nhon-2021', []);
  const units = {
    'mau-01': folder.roster.units.find(({ kind }) => kind === 'cơ quan'),
    'mau-02': folder.roster.units[4],
  };

  const name = fc.constantFrom(
    'Nguyễn Văn Ví Dụ',
    'Trần Thị Thí Dụ',
    'Lê Giả Định',
    '=1+1 Phạm',
    'Tổng Văn Cộng',
    '',
  );
  const address = fc.constantFrom('Thôn Một', 'Khu phố 2', 'tổ 3, thôn An Lộc', '');
  const phone = fc.oneof(
    fc.integer({ min: 0, max: 999 }).map((n) => `0900000${String(n).padStart(3, '0')}`),
    fc.constantFrom('0162 345 6789', '+84900000001', '12345', ''),
  );
  const count = fc.oneof(
    fc.nat({ max: 3000 }).map(String),
    fc.constantFrom('x', '', '1.045', '1,234', 'khoảng 30', '12 người', '16/8/2021', '-3', '0', '1', '2'),
  );
  const row = fc.record({ full_name: name, address, phone, cumulative: count });
  const table = fc
    .record({ rows: fc.array(row, { maxLength: 7 }), stated: fc.option(count, { nil: '' }) })
    .map(({ rows, stated }) => ({
      form: 'mau-02' as const,
      rows,
      fields: rows.length === 0 ? { cumulative: stated } : {},
    }));
  const lines = fc
    .record({
      qr_phone: phone,
      qr_code: fc.constantFrom('', 'BZ-001', 'đã tạo'),
      staff_total: count,
      staff_with_smartphone: count,
      staff_installed: count,
      qr_photo: fc.constantFrom('', 'có'),
    })
    .map((fields) => ({ form: 'mau-01' as const, fields, rows: [] }));

  it('that the wizard accepts is read back by intake with the same values and no finding', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(table, lines), fc.constantFrom(...FORMATS), async (answers, format) => {
        const form = folder.forms.get(answers.form);
        const unit = units[answers.form];
        if (form === undefined || unit === undefined) throw new Error('no form');
        const draft: Draft = { ...answers, unit: unit.code, date: DATE };
        const judged = judge(draft, form, { counting: 'auto', unit });
        if (judged.findings.length > 0 || judged.report === null) return;
        accepted += 1;
        const file = `${formFileName(form, unit, DATE)}.${format}`;
        const { report, identity, codes } = await received(
          folder,
          file,
          await written(folder, form, unit, draft, format),
        );
        expect(codes).toEqual([]);
        expect([identity.unit, identity.date]).toEqual([unit.code, DATE]);
        expect(valuesOf(report, form)).toEqual(valuesOf(judged.report, form));
      }),
      { numRuns: 250, seed: 20210816 },
    );
    expect(accepted).toBeGreaterThan(30);
  }, 120_000);

  it('is the same bytes for the same answers', async () => {
    const form = folder.forms.get('mau-02');
    const unit = units['mau-02'];
    if (form === undefined || unit === undefined) throw new Error('no form');
    for (const format of FORMATS) {
      const [one, two] = [
        await written(folder, form, unit, null, format),
        await written(folder, form, unit, null, format),
      ];
      expect(Buffer.compare(one, two)).toBe(0);
    }
  });
});

it('of Word is one group in which only the blanks can be changed, and LibreOffice lets people type', async () => {
  const folder = await openCampaign(memoryIo(), 'hoai-nhon-2021', []);
  const form = folder.forms.get('mau-01');
  const unit = folder.roster.units.find(({ kind }) => kind === 'cơ quan');
  if (form === undefined || unit === undefined) throw new Error('no form');
  const zip = openZip(await written(folder, form, unit, null, 'docx'), {
    entries: 20,
    inflated: 1 << 20,
    ratio: 100,
  });
  const part = (name: string) => {
    const entry = zip.entries.find((each) => each.name === name);
    return entry === undefined ? '' : new TextDecoder().decode(unpack(zip, entry));
  };
  expect(part('word/document.xml')).toMatch(
    /<w:body><w:sdt><w:sdtPr><w:lock w:val="contentLocked"\/><w:group\/><\/w:sdtPr><w:sdtContent><w:p><w:pPr>.*<\/w:sdt><w:sectPr>/,
  );
  // The answers, the place, and day, month and year.
  const controls = part('word/document.xml').match(/<w:lock w:val="sdtLocked"\/>/g);
  expect(controls).toHaveLength(form.fields.length + 4);
  expect(part('word/settings.xml')).not.toContain('documentProtection');
});

/** Everything that was answered, as it was read. */
function valuesOf({ figures, fields, rows, given }: Report, form: Form) {
  const value = (reading: Report['fields'] extends ReadonlyMap<string, infer R> ? R | undefined : never) =>
    reading?.state === 'value' ? reading.value : null;
  // A picture has no cell of its own: that it is there is in `given`.
  const asked = askedFields(form).filter(({ type }) => type !== 'picture');
  return {
    figures: [...figures].map(([id, figure]) => [id, figure.value, figure.counting]),
    fields: asked.map(({ id }) => value(fields.get(id))),
    rows: rows.map(({ readings }) => asked.map(({ id }) => value(readings.get(id)))),
    given: [...given],
  };
}
