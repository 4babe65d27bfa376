import type { NamedUnit, UnitFacts } from '../../../model/findings/unit.ts';
import type { FamilyWords } from '../../findings.ts';
import { date } from '../numbers.ts';
import { list, source } from '../print.ts';

const undecided = 'Until it is certain whose report this is, it is counted for nobody.';

export const unit: FamilyWords<UnitFacts> = {
  'unit/none': {
    title: 'No unit is named',
    what: () => 'Neither the file, nor its name, nor its folder names a unit.',
    why: undecided,
    fix: () => 'Please write the unit at the head of the report; or record it with resolve.',
    ask: () =>
      'Please write the full name of the unit, with its accents, at the head of the report and send it again.',
  },
  'unit/unknown': {
    title: 'The unit is not in the roster',
    what: (facts) =>
      `The roster has no “${facts.text}”${facts.nearest === null ? '' : `; the closest is ${facts.nearest}`}.`,
    why: undecided,
    fix: (facts) =>
      facts.nearest === null
        ? 'Please check the name, add the unit to units.csv, or record it with resolve.'
        : `If it is ${facts.nearest}, please record it with resolve or add this alias to units.csv.`,
    ask: () =>
      'Please write the full name of the unit, with its accents, at the head of the report and send it again.',
  },
  'unit/other-day': {
    title: 'A name of the administrative map of another day',
    what: (facts) =>
      facts.later
        ? `“${facts.text}” is a name since ${date(facts.since)}, made of ${list(facts.units.map(({ name }) => name))}; this campaign goes by the names before.`
        : `“${facts.text}” is an old name; since ${date(facts.since)} it lies in ${list(facts.units.map(({ name, part }) => `${name}${part ? ' (a part of it)' : ''}`))}.`,
    why: 'Figures of a part are not those of the whole: until it is certain which part of what it is, nothing is counted.',
    fix: (facts) =>
      `Please report under the name of today; or record it with resolve if it is the report of ${list(facts.units.map(({ name }) => name))}.`,
    ask: (facts) =>
      `Please say whether these figures are of all of ${list(facts.units.map(({ name }) => name))} or of a part, and send them under the name of today.`,
  },
  'unit/ambiguous': {
    title: 'The name fits several units',
    what: (facts) => `“${facts.text}” may be ${list(facts.candidates.map(unitName), 'or')}.`,
    why: undecided,
    fix: () => 'Please write the unit’s name in full, with its accents; or record it with resolve.',
    ask: () =>
      'Please write the full name of the unit, with its accents, at the head of the report and send it again.',
  },
  'unit/disagree': {
    title: 'Different units are named',
    what: (facts) =>
      `Different units are named: ${list(facts.claims.map((claim) => `${source(claim.source)} says ${unitName(claim)}`))}.`,
    why: undecided,
    fix: () => 'Please make the name the same everywhere and send it again; or record it with resolve.',
    ask: () => 'Please make the name the same everywhere and send it again.',
  },
  'unit/near-match': {
    title: 'The unit’s name is nearly right',
    what: (facts) =>
      `“${facts.text}” was taken for ${facts.name}, the only unit of the roster that is close.`,
    why: 'This alone does not hold the report back; the reading is shown so that it can be checked.',
    fix: () =>
      'If it is wrong, please record the unit with resolve; next time please write the name with its accents.',
  },
  'unit/not-valid': {
    title: 'The unit does not report on this day',
    what: (facts) => `By the roster, ${facts.name} does not report on ${date(facts.date)}.`,
    why: 'Counting a unit that was merged or does not exist yet may count people twice.',
    fix: () => 'Please check its validity in units.csv, or say whose report this is.',
    ask: () => 'Please say whose report this is.',
  },
};

function unitName({ name, code, parent }: NamedUnit): string {
  if (code === undefined) return name;
  return `${name} (code ${code}${parent === undefined ? '' : `, of ${parent}`})`;
}
