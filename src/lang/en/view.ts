import { SUMMARY_SHEETS } from '../../model/summary-sheets.ts';
import type { ViewWords } from '../vi/view.ts';
import { counting } from './counting.ts';
import { headline } from './headline.ts';
import { change, count, date, dayMonth, decimal, instant, oneDecimal, percent, share } from './numbers.ts';
import { official } from './official.ts';

export const view: ViewWords = {
  number: { count, change, decimal, oneDecimal, percent, share, date, dayMonth, instant },
  official,
  sheets: SUMMARY_SHEETS,
  titles: {
    receipts: 'RECEIPTS',
    trend: 'TREND',
    findings: 'TO BE LOOKED AT',
    sources: 'SOURCES',
  },
  status: {
    'on-time': 'On time',
    late: 'Late',
    missing: 'Not reported',
    awaited: 'Not yet due',
    exempt: 'Exempt',
    'not-required': 'Not required',
  },
  outcome: {
    accepted: 'Counted',
    'accepted-with-warnings': 'Counted, to be looked at',
    rejected: 'Returned, not counted',
    superseded: 'Replaced by a newer version',
    duplicate: 'Same as one received before',
    undecided: 'To be decided, not counted',
    ignored: 'Left aside, no report',
  },
  evidence: {
    at: 'Noted on receipt',
    'received.csv': 'Register of receipts',
    mail: 'Date of the mail',
    ledger: 'First seen by this tool',
    'file-time': 'Time of the file (weak)',
  },
  bases: {
    smartphone_users: 'Smartphone users',
    population: 'Population',
    adults: 'Persons of 18 years and over',
  },
  short: {
    smartphone_users: 'Smartph.',
    population: 'Popul.',
    adults: 'Adults',
    installed: 'Inst.',
    staff_total: 'Staff',
    staff_with_smartphone: 'Smartph.',
    staff_installed: 'Inst.',
  },
  people: {
    installed: 'installed the app',
    staff_installed: 'installed the app',
    smartphone_users: 'smartphone users',
    population: 'inhabitants',
    adults: 'adults',
    staff_total: 'members of staff',
    staff_with_smartphone: 'members of staff with a smartphone',
  },
  column: {
    ordinal: 'No.',
    unit: 'Unit',
    above: 'Under',
    rate: 'Rate',
    rateOver: (base) => `Rate over ${base.charAt(0).toLowerCase()}${base.slice(1)}`,
    shortRate: 'Rate',
    changeGroup: 'Change since the last report',
    changeCount: 'Persons',
    changeNumber: 'Number',
    changePoints: 'Points',
    shortChange: 'Change',
    shortPoints: 'Points',
    rank: 'Rank',
    shortRank: 'Rank',
    gapGroup: 'Persons still lacking for',
    gapGroupPlain: 'Still lacking for',
    gap: (wanted, by) => (by === null ? wanted : `${wanted} (${by})`),
    shortGap: (wanted) => `To ${wanted}`,
    note: 'Note',
    report: 'Report',
    status: 'Status',
    receivedAt: 'Received',
    minutesLate: 'Minutes late',
    shortMinutesLate: 'Late',
    channel: 'Channel',
    evidence: 'How the time is known',
    version: 'Version',
    hash: 'File',
    date: 'Date of figures',
    outcome: 'Outcome',
    severity: 'Severity',
    place: 'Place',
    what: 'What is to be looked at',
    why: 'Why it matters',
    fix: 'What to do',
    measure: 'Figure',
    value: 'Value',
    sheet: 'Sheet',
    cells: 'Cells',
    counting: 'How it was counted',
    through: 'By the summary of',
    target: 'Target',
    by: 'By',
    denominator: 'Out of',
    needed: 'Needed',
    achieved: 'Reached so far',
    result: 'Result',
    gapPeople: 'Persons lacking',
    gapPlain: 'Lacking',
    shortGapPeople: 'Lacking',
    shortPerDay: 'A day',
    perDay: 'Needed a day',
    forecast: 'At the present pace',
    day: 'Day',
    reported: 'Units with figures',
    carried: 'Carried from before',
  },
  row: {
    total: 'Total',
    both: (units, of) => `Of these, ${units} of ${of} units that gave both numbers`,
  },
  given: { yes: 'Yes', no: 'No', unknown: '' },
  givenShort: { mark: 'QR code', picture: 'Photo of QR code' },
  reachedOnly: 'Being checked',
  reached: 'Reached',
  notReached: 'Not reached',
  severity: { error: 'Error', warning: 'Warning', note: 'Note' },
  note: {
    late: (minutes) => `Late by ${lateness(minutes)}`,
    missing: 'Not reported',
    awaited: 'Not reported (not yet due)',
    noDeadline: 'No report yet',
    exempt: 'Exempt',
    notRequired: 'Not required',
    carried: (iso) => `figure of ${dayMonth(iso)}`,
    stale: (iso) => `figure of ${dayMonth(iso)}, over 3 days old`,
    aboveBase: 'More than its base, being checked',
    unusable: {
      rejected: 'Sent, not usable: to be put right',
      undecided: 'Sent, not usable: to be decided',
      ignored: 'Sent, not usable: no table',
    },
    version: (version) => `Sent again, version ${version} counts`,
    fall: 'Lower than last time, reason asked for',
    noBase: (base) => `${base} unknown`,
  },
  text: {
    asOf: (iso) => `As of ${iso.slice(11, 16)} on ${date(iso)}`,
    forDate: (iso) => `Figures for ${date(iso)}`,
    provisional: 'provisional, units are not yet due',
    correction: (facts) =>
      `${facts.name}: ${facts.measure} corrected from ${facts.from === null ? 'none' : count(facts.from)} to ${facts.to === null ? 'none' : count(facts.to)} (${facts.reason ?? 'no reason recorded'}).`,
    supplement: ({ number, replaces }) =>
      `Correction no. ${number}${
        replaces === null
          ? ''
          : `, replaces the report${replaces.number === null ? '' : ` ${replaces.number}`} sent at ${replaces.sentAt.slice(11, 16)} on ${date(replaces.sentAt)}`
      }`,
    legend: {
      reached: 'Rate on green, bold: the nearest target is reached.',
      near: 'On yellow: at most 10 points lacking.',
      far: 'On light red, underlined: more than 10 points lacking.',
      carried: 'Italic: the figure of an earlier report.',
    },
    officeBase: (value, on, source) =>
      `The base of the rate (${count(value)}) is the collecting office's own for its whole area${
        on === null ? '' : `, as of ${date(on)}`
      }${source === null ? '' : ` (source: ${source})`}; single units have no rate.`,
    targets: 'Targets',
    otherRates: 'Rates over other bases',
    receivedFiles: 'Files received',
    senders: 'Offices that send summaries',
    findingsCount: (errors, warnings, notes) =>
      `Errors (not counted): ${errors}; warnings (counted, to be looked at): ${warnings}; notes: ${notes}.`,
    sources: 'Every figure with its unit, version, sheet and cells.',
    ofDay: (on) => `${date(on)}: every unit, every file`,
    nobodyAsked: 'No unit is asked for a report: look at the roster and at collect in the campaign.',
    unknownUnit: 'Not known',
    severalUnits: (units) => `${count(units)} units`,
    ownFiles: "The campaign's own files",
    through: (office, version, place) => `${office}: version ${version}, ${place}`,
    sheetAt: (place) => (place === null ? 'Sheet' : `Sheet no. ${place}`),
    file: (hash) => `file ${hash}`,
    nameInFile: 'the name on the file',
  },
  forecast: {
    reach: (on) => `reached about ${date(on)}`,
    between: (from, to) =>
      from !== null && from === to
        ? ''
        : from !== null && to !== null
          ? ` (${dayMonth(from)} to ${dayMonth(to)})`
          : from !== null
            ? ` (${dayMonth(from)} at the earliest)`
            : '',
    never: 'not within the period',
  },
  headline,
  /** Units by days. A mark says its state without colour, in the width of a date. */
  matrix: {
    heading: (form, [from, to]) => `${form}: day by day, ${dayMonth(from)} to ${dayMonth(to)}`,
    legend:
      'x: on time; +25: 25 minutes late; +2d: 2 days late; none: not sent; free: exempt; …: not yet due, or no deadline; –: nothing to send.',
    late: (minutes) => (minutes < 1440 ? `+${minutes}` : `+${Math.floor(minutes / 1440)}d`),
    marks: {
      'on-time': 'x',
      late: '+',
      missing: 'none',
      awaited: '…',
      exempt: 'free',
      'not-required': '–',
    },
  },
  trend: {
    heading: (sheet, form) => `${sheet} (${form})`,
    chart: (rate) => `${rate} by day`,
    ranking: 'Rates of the units, best first',
    lowest: (number) => `The ${number} lowest rates`,
    byUnit: 'Pace of each unit',
    change: 'Change since the day before',
    sent: 'As sent',
    target: (wanted) => `Target ${wanted}`,
    rateThen: 'Rate before',
    gained: (days) => `Gained in ${days} days`,
    average: 'Average a day',
    wanted: (wanted, by) => `Needed a day for ${wanted} (${by})`,
    corrected: 'Past days stand as known now, later corrections included.',
  },
  counting,
  terminal: {
    nothingYet: 'No file of this day has been received yet.',
    allIsWell: (rules, reports) =>
      `${count(rules)} rules checked on ${count(reports)} reports, nothing to be looked at.`,
    problems: 'To be looked at',
    counted: (errors, warnings, notes) => `errors: ${errors}, warnings: ${warnings}, notes: ${notes}`,
    more: (number) => `… and ${number} more (-v shows all)`,
    notes: (number) => `${number} ${number === 1 ? 'note' : 'notes'} not shown (-v shows them)`,
    noFile: 'Campaign',
    replaced: 'a later version was counted, nothing is asked',
    copy: (file) => `The same bytes as ${file}: see there.`,
    missing: (number) => `Missing (${number})`,
    unusable: (number) => `Sent, not usable (${number})`,
    awaited: (number) => `Not yet due (${number})`,
    noDeadline: (number) => `No report yet (${number})`,
    late: (number) => `Late (${number})`,
    minutes: (minutes) => lateness(minutes),
    targets: 'Targets',
    dropped: (names) => `Narrow screen, columns not shown: ${names.join(', ')}.`,
  },
};

function lateness(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    ...(days > 0 ? [`${days} d`] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(days === 0 && minutes % 60 > 0 ? [`${minutes % 60} min`] : []),
  ];
  return parts.join(' ') || '0 min';
}
