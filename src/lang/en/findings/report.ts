import type { ReportFacts } from '../../../model/findings/report.ts';
import type { FamilyWords } from '../../findings.ts';
import { count } from '../numbers.ts';
import { form, from, measure, some, where } from '../print.ts';

const contradicted = 'Two numbers of one report contradict each other, so this report is not counted.';

export const report: FamilyWords<ReportFacts> = {
  'report/no-rows': {
    title: 'A table without rows',
    what: (facts) => `The table of ${form(facts.form)} has no row and no stated 0.`,
    why: 'A blank table is no report: it may mean nobody, or not filled in yet.',
    fix: () => 'Please fill it in; if there is nobody yet, enter a row “Tổng cộng” with 0.',
  },
  'report/total-not-sum': {
    title: 'The total is not the sum of the rows',
    what: (facts, at) =>
      `${where(at, facts.field)} states a total of ${count(facts.stated)}, while the rows add up to ${count(facts.sum)}.`,
    why: contradicted,
    fix: () => 'Please check the rows and the total, make them agree and send it again.',
  },
  'report/total-overruled': {
    title: 'The total row differs from what was decided',
    what: (facts, at) =>
      `${where(at, facts.field)} states a total of ${count(facts.stated)}; by the recorded decision ${count(facts.counted)} was taken.`,
    why: 'A decision on how a file counts is final for it; this alone does not hold the report back.',
    fix: () => 'If the decision no longer holds, undo it: resolve --undo <number of the decision>.',
    ask: () => 'Please make the rows and the total row agree next time.',
  },
  'report/exceeds': {
    title: 'A part is larger than its whole',
    what: (facts, at) =>
      `${where(at, facts.field)} is ${count(facts.value)}, more than “${facts.bound}”, which is ${count(facts.boundValue)}.`,
    why: contradicted,
    fix: () => 'Please check these two numbers and send it again.',
  },
  'report/above-base': {
    title: 'Above the unit’s base',
    what: (facts, at) =>
      from(
        at,
        `The report gives ${count(facts.value)} ${measure(facts.measure)}, more than the unit’s ${measure(facts.base)}: ${count(facts.baseValue)}.`,
      ),
    why: 'The rate passes 100 %: the report is wrong or the base is out of date. This alone does not hold the report back.',
    fix: (facts) =>
      `Please check the number, or update the unit’s ${measure(facts.base)}, with date and source.`,
    ask: (facts) =>
      `Please check the number; if it is right, please give the unit’s latest number of ${measure(facts.base)}.`,
  },
  'report/above-twice-base': {
    title: 'Above twice the unit’s base',
    what: (facts, at) =>
      from(
        at,
        `The report gives ${count(facts.value)} ${measure(facts.measure)}, more than twice the unit’s ${measure(facts.base)}: ${count(facts.baseValue)}.`,
      ),
    why: 'So large a difference points to the wrong unit or a digit too many, so this report waits for a decision.',
    fix: () => 'Please check and send it again, or confirm the number with a reason.',
  },
  'report/above-population': {
    title: 'Above the unit’s population',
    what: (facts, at) =>
      from(
        at,
        `The report gives ${count(facts.value)} ${measure(facts.measure)}, more than the unit’s population: ${count(facts.population)}.`,
      ),
    why: 'More people than the unit has cannot have installed, so this report waits for a decision.',
    fix: () => 'Please check and send it again, or confirm the number with a reason.',
  },
  'report/duplicate-person': {
    title: 'One person entered twice',
    what: (facts, at) =>
      at.count === undefined
        ? `${where(at)}: this person already stands at cell ${facts.first}.`
        : `${where(at)}: these ${count(at.count)} people already stand above, the first at cell ${facts.first}.`,
    why: 'Where rows are counted a person counts once; this alone does not hold the report back.',
    fix: () =>
      'Please remove the repeated row; if they are two people, enter their phone numbers or addresses.',
  },
  'report/blank-counts': {
    title: 'Some rows have no number',
    what: (facts, at) =>
      `${where(at, facts.field)}: ${some(facts.rows, 'row has a name but no number and adds nothing', 'rows have a name but no number and add nothing')}.`,
    why: 'Blank is not 0, and the total may be too low; this alone does not hold the report back.',
    fix: () => 'Please fill in every row; where there is nobody yet, enter 0.',
  },
  'report/scaled': {
    title: 'Figures by the ten, hundred or thousand',
    what: (facts, at) =>
      `${where(at, facts.field)} says that the unit is “${facts.unit}”, so each number of the column was multiplied by ${count(facts.scale)}.`,
    why: 'Numbers rounded to hundreds or thousands are not persons one by one; this alone does not hold the report back.',
    fix: () =>
      'Please write the number of persons next time; if it was written already, take the unit out and send it again.',
  },
  'report/other-unit': {
    title: 'Not a number of persons',
    what: (facts, at) =>
      `${where(at, facts.field)} says that the numbers of the column count “${facts.unit}”, not persons.`,
    why: 'Only persons add up with the other units, so the report is not counted.',
    fix: () =>
      'Please write the number of persons and send it again; if they are persons after all, correct the unit, or record a decision: resolve <file> --counting.',
    ask: () =>
      'Please write the number of persons and send it again; if they are persons after all, correct the unit.',
  },
  'report/log': {
    title: 'A table with a running total a day',
    what: (facts, at) =>
      `The ${count(facts.days)} rows are ${count(facts.days)} days of one running total; the last one, ${count(facts.last)} (${where(at)}), was taken, not their sum (${count(facts.sum)}).`,
    why: 'Running totals of several days do not add up; this alone does not hold the report back.',
    fix: () => 'If each row is of a place of its own, please write the hamlet on each row and send it again.',
  },
  'report/log-unclear': {
    title: 'A table of days that may be read in two ways',
    what: (facts, at) =>
      `${where(at)}: the ${count(facts.days)} rows are ${count(facts.days)} days; as a running total the figure is ${count(facts.last)} (the last day), as new installs of each day it is ${count(facts.sum)}.`,
    why: 'A running total never falls and is not added over days, so the report waits for a decision.',
    fix: () =>
      'Please send one row with the running total of the report day; if you know it, record a decision: resolve <file> --counting per-person (adds the rows).',
    ask: () => 'Please send one row with the running total up to the report day.',
  },
  'report/sheets-aside': {
    title: 'Other sheets of the file are not counted',
    what: (facts) =>
      ({
        'other-day': `${some(facts.sheets, 'sheet', 'sheets')} of the file belong to other days; only “${facts.kept}” was taken.`,
        hidden: `${some(facts.sheets, 'hidden sheet', 'hidden sheets')} of the same unit; only “${facts.kept}”, which is seen, was taken.`,
        copy: `${some(facts.sheets, 'sheet is a copy', 'sheets are copies')}; only “${facts.kept}” was taken.`,
      })[facts.reason],
    why: 'A unit has one report a day; this alone does not hold the report back.',
    fix: () => 'If another sheet is the right one, please send a file with that sheet alone.',
  },
  'report/hidden-rows': {
    title: 'Hidden rows',
    what: (facts) => `The table has ${some(facts.rows, 'hidden row')}; counted like the others.`,
    why: 'A reader does not see hidden rows, so the total may differ from what is seen.',
    fix: () => 'Please unhide and check them; delete rows that are no longer wanted and send it again.',
  },
  'report/hidden-column': {
    title: 'A column of figures is hidden',
    what: (facts, at) =>
      `Column ${facts.column}${at.heading === undefined ? '' : ` (“${at.heading}”)`} is hidden; its numbers are counted.`,
    why: 'A reader does not see a hidden column and cannot check its numbers; they may be old ones.',
    fix: () => 'Please unhide and check it; if the numbers are old, delete the column and send it again.',
  },
  'report/hidden-sheet': {
    title: 'The report stands on a hidden sheet',
    what: (facts) => `The report stands on the hidden sheet “${facts.sheet}”; it is counted.`,
    why: 'A hidden sheet is often an old version that its sender has forgotten.',
    fix: () => 'Please check; if it is an old version, delete that sheet and send it again.',
  },
  'report/counting-unclear': {
    title: 'What the running total means is unclear',
    what: (facts, at) =>
      `${where(at)}: ${REASONS[facts.reason]}; ${count(facts.rows)} if each row is one person, ${count(facts.sum)} if the numbers are added.`,
    why: 'The two readings give different figures, so this report waits for a decision.',
    fix: () =>
      'Please say whether the number on a row belongs to one person, to one team, or is the running total of the whole commune.',
  },
  'report/row-unclear': {
    title: 'A row that may be a sum or a number of its own',
    what: (facts, at) =>
      `${where(at)} states ${count(facts.stated)}: ${ROW_REASONS[facts.reason]}, ${facts.sum === null ? 'but there is nothing to compare it with' : `but ${facts.reason === 'part' ? 'that row has' : 'those rows make'} ${count(facts.sum)}`}; ${count(facts.without)} without this row, ${count(facts.with)} by it.`,
    why: 'The two readings give different figures, so this report waits for a decision.',
    fix: (facts) =>
      `Please make the two numbers agree in the file, or renumber the row if it stands for itself, and send it again; if ${count(facts.without)} is certain, record resolve <file> --counting per-person.`,
    ask: () =>
      'Please make the two numbers agree in the file, or renumber the row if it stands for itself, and send it again.',
  },
  'report/rows-in-doubt': {
    title: 'Rows that may be meant or not',
    what: (facts, at) =>
      `${where(at)}: ${some(facts.rows, 'row')} ${DOUBTS[facts.reason]}; ${count(facts.without)} without them, ${count(facts.with)} with them.`,
    why: 'The two readings give different figures, so this report waits for a decision.',
    fix: (facts) =>
      `${REPAIRS[facts.reason]}; if ${count(facts.without)} is certain, record resolve <file> --counting rows (rows are counted) or per-person (numbers are added).`,
    ask: (facts) => `${REPAIRS[facts.reason]}.`,
  },
  'report/reversed-rows': {
    title: 'Rows of people who have not installed are left out',
    what: (facts, at) =>
      `${where(at)}: ${some(facts.rows, 'row says', 'rows say')} not installed, not able to, or moved away; not counted.`,
    why: 'Only people who installed are counted; this alone does not hold the report back.',
    fix: () => 'Please check; correct the remark of those who have installed, and leave out the others.',
  },
  'report/reversed-list': {
    title: 'A list of those who have not installed',
    what: (_, at) => `${where(at)} says that this is a list of people who have not installed or cannot.`,
    why: 'They do not belong to the number of those who installed, so this list is no report.',
    fix: () => 'Please send the list or number of those who installed; if it is that, correct the title.',
  },
  'report/rows-of-nobody': {
    title: 'Marked rows that name nobody',
    what: (facts, at) =>
      `${where(at)}: ${some(facts.rows, 'row has', 'rows have')} a running number and a mark but no name, address or phone; not counted.`,
    why: 'Rows made ready are nobody who installed; this alone does not hold the report back.',
    fix: () => 'Please delete the marks in empty rows, or write the names if there is somebody.',
  },
  'report/other-total': {
    title: 'A total elsewhere does not agree with the table',
    what: (facts, at) =>
      `${PLACES[facts.place]}${at.cell === undefined ? '' : ` (cell ${at.cell})`} states ${count(facts.stated)}, while the table makes ${count(facts.counted)}.`,
    why: 'Nobody knows which is right, so this report waits for a decision.',
    fix: (facts) =>
      `Please make the two numbers agree in the file and send it again; if ${count(facts.counted)} is certain, record resolve <file> --counting rows (rows are counted) or per-person (numbers are added).`,
    ask: () => 'Please make the two numbers agree in the file and send it again.',
  },
  'report/not-sum-of': {
    title: 'A sum does not equal its parts',
    what: (facts, at) =>
      `${where(at, facts.field)} is ${count(facts.value)}, but ${facts.of.map((each) => `“${each}”`).join(' + ')} makes ${count(facts.sum)}.`,
    why: contradicted,
    fix: () => 'Please check these numbers and send it again.',
  },
  'report/not-unique': {
    title: 'Two rows are the same',
    what: (facts, at) =>
      `${where(at)}: the same as cell ${facts.first} in ${facts.fields.map((each) => `“${each}”`).join(', ')}.`,
    why: 'The form wants every row to differ; a repeated row may be added twice, so this report is not counted yet.',
    fix: () => 'Please remove the repeated row and send it again.',
  },
  'report/summary-edited': {
    title: 'The summary was edited by hand',
    what: (facts, at) =>
      `${facts.unitName === null ? 'Total row' : facts.unitName}, ${measure(facts.measure)}: ${at.cell === undefined ? 'the table' : `cell ${at.cell}`} ${facts.shown === null ? 'is empty' : `says ${facts.shown}`}, the data in the file ${facts.value === null ? 'have none' : `say ${count(facts.value)}`}.`,
    why: 'Which number is right is not known, so this summary is not counted.',
    fix: () =>
      'Please do not edit numbers in a summary: correct the report of the unit, make the summary again and send it again.',
  },
  'report/summary-data-edited': {
    title: 'The data on the hidden sheet were edited',
    what: () => 'The hidden sheet _bluezone of this summary is no longer what was written there.',
    why: 'Which data are right is not known, so this summary is not counted.',
    fix: () => 'Please make the summary again and send the new file.',
  },
  'report/summary-data-unreadable': {
    title: 'The data on the hidden sheet cannot be used',
    what: (facts) =>
      `The hidden sheet _bluezone ${UNREADABLE[facts.reason]}; only the visible table was read.`,
    why: 'The visible table does not say who sent when, nor the figures of earlier days.',
    fix: () => 'Please make the summary again and send the new file.',
  },
  'report/summary-visible-only': {
    title: 'A summary without its data',
    what: () => 'This summary has no hidden sheet _bluezone; only the visible table was read.',
    why: 'The visible table does not say who sent when, nor the figures of earlier days.',
    fix: () => 'If the office uses this tool, please send the very file that it wrote.',
  },
  'report/form-rule': {
    title: 'Against a rule of the form',
    what: (facts, at) => (at.cell === undefined ? ended(facts.en) : `${where(at)}: ${ended(facts.en)}`),
    why: 'The form of this campaign sets that rule, so this report is not counted.',
    fix: () => 'Please correct it as the form asks and send it again.',
  },
};

const UNREADABLE: {
  readonly [R in ReportFacts['report/summary-data-unreadable']['reason']]: string;
} = {
  pieces: 'lacks a part',
  json: 'is damaged',
  version: 'was written by another version of the tool',
  shape: 'is not of the right shape',
};

const ROW_REASONS: { readonly [R in ReportFacts['report/row-unclear']['reason']]: string } = {
  numbering: 'by its numbering it is the sum of the rows under it',
  formula: 'its formula adds other rows',
  label: 'by its name it is the sum of the others',
  part: 'by its name it is a part of the row above',
};

const DOUBTS: { readonly [R in ReportFacts['report/rows-in-doubt']['reason']]: string } = {
  struck: 'crossed out',
  nobody: 'with a number but no name, address or phone',
  reversed: 'said not to have installed or to be gone, with a number or mark all the same',
};

const REPAIRS: { readonly [R in ReportFacts['report/rows-in-doubt']['reason']]: string } = {
  struck: 'Please delete the rows that are crossed out, or undo it if they count, and send it again',
  nobody: 'Please write whose the numbers of these rows are, or delete them, and send it again',
  reversed:
    'Please delete the numbers of those who have not installed, or correct the remark, and send it again',
};

const PLACES: { readonly [P in ReportFacts['report/other-total']['place']]: string } = {
  above: 'A line over the table',
  below: 'A line under the table',
  heading: 'The heading of a group',
  sheet: 'Another sheet of the file',
};

const REASONS: { readonly [R in ReportFacts['report/counting-unclear']['reason']]: string } = {
  mixture: 'the column holds numbers beside marks or words',
  'equal-values': 'every row has the same number',
};

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
