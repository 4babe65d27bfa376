import { posix } from 'node:path';
import type { DraftRow } from '../intake/fill/draft.ts';
import { intake } from '../intake/intake.ts';
import type { Io } from '../io.ts';
import type { CountingMode, Form } from '../model/form.ts';
import type { FieldReading, Report } from '../model/report.ts';
import { isCounted } from '../model/submission.ts';
import { read } from '../read/read.ts';
import type { Batch } from './load.ts';

/** What a unit reported last, as it would be typed: the defaults of its next report. It holds personal data. */
export interface EarlierReport {
  readonly date: string;
  readonly fields: DraftRow;
  readonly rows: readonly DraftRow[];
}

/** The newest accepted report of a unit on a form before a day, read once more with its rows; null where there is none. */
export async function earlierReport(
  io: Io,
  { settled, base, folder }: Batch,
  unit: string,
  form: Form,
  before: string,
  counting: CountingMode,
): Promise<EarlierReport | null> {
  const own = settled
    .filter(
      (each) =>
        each.unit === unit &&
        each.form === form.id &&
        each.date !== null &&
        each.date < before &&
        isCounted(each),
    )
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  const [last] = own;
  if (last?.date == null) return null;
  const [outer = ''] = last.path.split('!/');
  const path = posix.join(base, outer);
  const documents = await read(posix.basename(outer), io.files.read(path), { office: await io.office() });
  const inner = last.path.slice(outer.length);
  for (const { path: found, workbook } of documents) {
    if (workbook === null || found.slice(posix.basename(outer).length) !== inner) continue;
    const { reports } = intake(workbook, folder.forms, { counting: () => counting });
    const report = reports.find(
      ({ placement }) =>
        placement.form.id === form.id && (last.sheet === null || placement.sheet === last.sheet),
    );
    if (report !== undefined) return { date: last.date, ...typed(report) };
  }
  return null;
}

function typed({ fields, rows, figures, placement }: Report): Pick<EarlierReport, 'fields' | 'rows'> {
  const known: { [field: string]: string } = { ...texts(fields) };
  if (placement.head !== undefined && rows.length === 0) {
    for (const { id, from } of placement.form.measures) {
      const figure = figures.get(id);
      if (from.kind === 'counting' && figure !== undefined) known[from.field] = String(figure.value);
    }
  }
  return { fields: known, rows: rows.map(({ readings }) => texts(readings)) };
}

function texts(readings: ReadonlyMap<string, FieldReading>): DraftRow {
  return Object.fromEntries(
    [...readings].flatMap(([field, reading]) =>
      reading.state === 'value' ? [[field, String(reading.value)]] : [],
    ),
  );
}
