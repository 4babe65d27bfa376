import type { FormFacts } from '../../../model/findings/form.ts';
import type { FamilyWords } from '../../findings.ts';
import { count } from '../numbers.ts';
import { form as formName, list, some, where } from '../print.ts';

const wrongForm = 'Without the form it is not known what each number means, so this report is not counted.';

export const form: FamilyWords<FormFacts> = {
  'form/not-recognised': {
    title: 'No form was recognised',
    what: (facts) =>
      facts.nearest === null
        ? 'The content is not like any form of this campaign.'
        : `The content is closest to ${formName(facts.nearest)}, but ${list(facts.missing.map(quoted))} was not found.`,
    why: wrongForm,
    fix: (facts) =>
      facts.nearest === null
        ? 'Please use the form that came with the letter and send it again.'
        : `Please keep the headings of ${formName(facts.nearest)} as they are, fill it in and send it again.`,
  },
  'form/letters-lost': {
    title: 'Vietnamese letters were lost in saving',
    what: (facts) =>
      `Letters became question marks when the file was saved (${count(facts.words)} words), so the headings cannot be read.`,
    why: 'Plain CSV loses Vietnamese letters; what is lost cannot be brought back.',
    fix: () => 'Please send the original .xlsx, or save the file as “CSV UTF-8”.',
  },
  'form/field-missing': {
    title: 'An item of the form is missing',
    what: (facts) => `“${facts.field}” of ${formName(facts.form)} was not found.`,
    why: 'Without a required item there is nothing to add, so this report is not counted.',
    fix: (facts) =>
      `Please put the column or line “${facts.field}” back as in the form, fill it in and send it again.`,
  },
  'form/field-absent': {
    title: 'A part of the form that no figure needs is absent',
    what: (facts) => `${list(facts.fields.map(quoted))} of ${formName(facts.form)} is not there.`,
    why: 'No figure comes from it, so this alone does not hold the report back.',
    fix: () => 'Please keep all parts of the form next time.',
  },
  'form/field-ambiguous': {
    title: 'Two places for one item',
    what: (facts) =>
      facts.label !== undefined
        ? `Beside “${facts.field}” (cell ${facts.label}) stand ${some(facts.cells.length, 'number')}: cells ${list(facts.cells)}.`
        : facts.cells.length === 1
          ? `The head “${facts.field}” in cell ${list(facts.cells)} spans several columns of numbers; it is not known which one to take.`
          : `${some(facts.cells.length, 'place')} fit “${facts.field}”: cells ${list(facts.cells)}.`,
    why: 'It is not known which one to take, so this report is not counted.',
    fix: (facts) =>
      facts.label === undefined
        ? `Please keep only one column or line “${facts.field}” and send it again.`
        : `Please leave only one number beside “${facts.field}” (write rates with % or under a head “Tỷ lệ”) and send it again.`,
  },
  'form/answers': {
    title: 'Answers to a form on the web',
    what: (facts) =>
      `This sheet holds the answers to a form on the web (Google Forms, Microsoft Forms): each row is one unit, ${some(facts.rows, 'row')} in all.`,
    why: 'A file or sheet is read as the report of one unit, so these rows are not counted.',
    fix: () =>
      'Please let each unit send a file in the form; or copy the numbers of each row into the form of that unit.',
  },
  'form/not-asked': {
    title: 'Not the form that this unit has to send',
    what: (facts) =>
      `${facts.unitName} sent ${formName(facts.form)}, while this campaign asks it for ${
        facts.expected.length === 0 ? 'no form' : list(facts.expected.map(formName))
      }.`,
    why: 'Figures of staff and of residents are never added together, so this report is not counted.',
    fix: (facts) =>
      facts.expected.length === 0
        ? 'Please check who sent it, or add the form to campaign.yaml if this unit has to report.'
        : `Please send ${list(facts.expected.map(formName))} instead.`,
    ask: (facts) =>
      facts.expected.length === 0
        ? 'Please say what this report was asked for.'
        : `Please send ${list(facts.expected.map(formName))} instead.`,
  },
  'form/other-subject': {
    title: 'The file is about something else',
    what: (facts, at) =>
      `${where(at)} shows that these are figures of “${facts.other}”, not what ${formName(facts.form)} is about.`,
    why: 'The table looks like the form but its figures are of another matter, so it is not counted and replaces no report.',
    fix: (facts) =>
      `If it is the wrong file, please send the one of ${formName(facts.form)}; if it is ${formName(facts.form)}, please correct the title and send it again.`,
  },
  'form/subject-doubtful': {
    title: 'Figures of one matter or of another',
    what: (facts, at) =>
      `${where(at)} speaks of “${facts.other}”, ${
        facts.own === null ? 'and nothing says what is told for' : `another place of “${facts.own}” of`
      } ${formName(facts.form)}.`,
    why: 'The figures of this column may be of the one or of the other, so the report waits for a decision.',
    fix: (facts) =>
      `Please say in the head of the column what its figures are of, and send it again; if it surely is ${formName(facts.form)}, record a decision: resolve <file> --counting.`,
    ask: () => 'Please say in the head of the column what its figures are of, and send it again.',
  },
  'form/extra-sheet': {
    title: 'A sheet that is not used',
    what: (facts) => `The sheet “${facts.sheet}” holds no form and was not counted.`,
    why: 'Figures come from the sheet with the form; this alone does not hold the report back.',
    fix: () =>
      'If that sheet holds figures, please copy them into the form and send it again; else nothing needs to be done.',
  },
  'form/text-box': {
    title: 'Text in a text box',
    what: (facts) =>
      `${some(facts.count, 'text box', 'text boxes')} beside the cells; of what stands there only the name of the unit is used.`,
    why: 'Figures in a text box are missed; this alone does not hold the report back.',
    fix: () => 'Please check; if a box holds figures, move them into cells and send the file again.',
  },
};

function quoted(text: string): string {
  return `“${text}”`;
}
