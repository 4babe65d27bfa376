import type { LevelWords } from '../vi/levels.ts';
import { count, date, instant } from './numbers.ts';

export const levels: LevelWords = {
  measures: {
    installed: 'persons who installed',
    staff_total: 'staff in all',
    staff_with_smartphone: 'staff with a smartphone',
    staff_installed: 'staff who installed',
    smartphone_users: 'smartphone users',
    population: 'population',
    adults: 'persons of 18 years and over',
    name: 'name',
    status: 'status',
    receivedAt: 'time received',
    minutesLate: 'minutes late',
    coverages: 'rates',
    gaps: 'gaps',
    rank: 'rank',
    delta: 'change',
    completeness: 'who has reported',
    targets: 'targets',
    senders: 'offices that send summaries',
  },
  trace: {
    figure: (name, measure, value) => `${name}, ${measure}: ${count(value)}`,
    total: (measure, value, units) =>
      `${measure}: ${count(value)} (${count(units)} ${units === 1 ? 'unit' : 'units'})`,
    carried: (on) => `carried from ${date(on)}`,
    file: 'File',
    place: 'Cells',
    counting: 'Counted',
    received: 'Received',
    receipt: (version, at, evidence) => `version ${version}, ${instant(at)} (${evidence})`,
    hash: 'SHA-256',
    below: (office) => `${office} has it from`,
    lowerFile: (hash) => `file ${hash}`,
    lowerUnknown: 'the summary names no source',
    notAtHand: 'this file is not at hand; add --below <campaign folder of that office> to go on',
    ofCampaign: (campaign) => `campaign “${campaign}”`,
    nothing: (name, scope, status) => `${name}, ${scope}: no figure (${status})`,
    sent: (path, outcome) => `${path}: ${outcome}`,
    none: 'No figures.',
  },
  verify: {
    right: (name, figures, formulas) =>
      `${name}: nothing differs. ${count(figures)} figures and ${count(formulas)} formulas compared.`,
    wrong: (name, differences) =>
      `${name}: ${count(differences)} ${differences === 1 ? 'place differs' : 'places differ'}.`,
    ofDay: (on, asOf) => `Summary of ${date(on)}, as of ${instant(asOf)}.`,
    notMarked: 'The ledger has no record that this summary was sent.',
    marked: (at, number) =>
      `Ledger: sent ${instant(at)}${number === null ? '' : `, number ${number}`}; the same byte for byte.`,
    noCampaign: 'No campaign folder here, so nothing was compared with received files and the ledger.',
    otherCampaign: (name) =>
      `This folder is of the campaign “${name}”, not of the one that made the summary; nothing was compared with received files.`,
    uncomputed: (cells) =>
      `${count(cells)} formula cells hold no result (another program saved the file); the formulas were computed again.`,
    wholeFile: 'File',
    blank: 'blank',
    kind: {
      edited: (shown, expected) => `says ${shown}, the data in the file say ${expected}`,
      changed: () => 'this cell was changed after the file was written',
      data: () => 'the data in the file were edited',
      unreadable: () => 'the data in the file cannot be read',
      absent: () => 'the file carries no data, so the table could only be compared with itself',
      result: (shown, expected) => `stores the result ${shown}, the formula gives ${expected}`,
      formula: (shown, expected) => `has the formula =${shown}, it must be =${expected}`,
      unformula: (shown, expected) => `holds ${shown} in place of the formula =${expected}`,
      formulas: (shown) =>
        `${shown} cells hold values and no longer their formulas; these values are unchanged`,
      recomputed: (shown, expected) =>
        `is ${shown}, computed again from the received files it is ${expected}`,
      source: (shown) => `source file ${shown} is no longer in the inbox, or was changed`,
      added: (shown) => `the inbox has the file ${shown}, which the summary has not`,
      sent: (shown) => `not the same as the summary that was sent, which the ledger keeps (${shown})`,
    },
  },
};
