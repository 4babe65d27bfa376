import * as is from './shape.ts';

/** The shapes of what travels in the hidden sheet: as much of them as the next level stands on. */

const status = is.oneOf('on-time', 'late', 'missing', 'awaited', 'exempt', 'not-required');
const evidence = is.oneOf('at', 'received.csv', 'mail', 'ledger', 'file-time');
const bilingual = is.shape({ vi: is.text, en: is.text });

const coverage = is.shape({
  measure: is.text,
  of: is.text,
  numerator: is.nullable(is.count),
  denominator: is.nullable(is.count),
});

const summaryUnit = is.shape({
  code: is.text,
  name: is.text,
  status,
  receivedAt: is.nullable(is.instant),
  minutesLate: is.nullable(is.count),
  figures: is.recordOf(is.shape({ value: is.count, date: is.day, carried: is.flag })),
  coverages: is.listOf(coverage),
});

/** Contract section 3. */
export const summaryShape = is.shape({
  schema: is.oneOf('bluezone-report/summary@1'),
  campaign: is.shape({ name: is.text, authority: is.text }),
  date: is.day,
  asOf: is.instant,
  scopes: is.listOf(
    is.shape({
      id: is.text,
      form: is.text,
      total: is.shape({
        figures: is.recordOf(is.shape({ value: is.count })),
        coverages: is.listOf(coverage),
      }),
      units: is.listOf(summaryUnit),
    }),
  ),
});

const base = is.nullable(is.count);

const line = is.shape({
  name: is.text,
  kind: is.text,
  parent: is.nullable(is.text),
  bases: is.shape({ smartphone_users: base, population: base, adults: base }),
  validFrom: is.nullable(is.day),
  validTo: is.nullable(is.day),
  successor: is.optional(is.text),
});

const deadline = is.shape({ at: is.instant, rule: is.oneOf('before', 'no-later-than') });

const owes = is.anyOf(
  is.shape({ kind: is.oneOf('due'), deadline: is.nullable(deadline) }),
  is.shape({ kind: is.oneOf('exempt') }),
  is.shape({ kind: is.oneOf('not-required'), because: is.oneOf('validity', 'period', 'day-off') }),
  is.shape({ kind: is.oneOf('stated'), status, minutesLate: is.nullable(is.count) }),
);

const counting = is.shape({ mode: is.text, reason: is.text });

const entry = is.shape({
  day: is.day,
  date: is.day,
  at: is.nullable(is.instant),
  evidence,
  version: is.count,
  counts: is.flag,
  sha256: is.text,
  figures: is.recordOf(
    is.shape({
      value: is.count,
      sheet: is.optional(is.text),
      cells: is.optional(is.text),
      counting: is.optional(counting),
    }),
  ),
  given: is.optional(is.recordOf(is.flag)),
});

const form = is.shape({
  id: is.text,
  version: is.count,
  scope: is.text,
  name: bilingual,
  sheetTitle: bilingual,
  measures: is.listOf(
    is.shape({
      id: is.text,
      label: bilingual,
      from: is.shape({ kind: is.text }),
      cumulative: is.flag,
      within: is.nullable(is.text),
    }),
  ),
  defaultBase: is.nullable(is.text),
});

/** `LevelData`. */
export const levelShape = is.shape({
  schema: is.oneOf('bluezone-report/level@1'),
  scopes: is.listOf(
    is.shape({
      id: is.text,
      form,
      units: is.listOf(
        is.shape({ code: is.text, once: is.flag, lines: is.listOf(line), owes, entries: is.listOf(entry) }),
      ),
    }),
  ),
});
