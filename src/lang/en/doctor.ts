import type { Check } from '../../model/check.ts';
import type { DoctorWords } from '../vi/doctor.ts';
import { count, date } from './numbers.ts';

export const doctor: DoctorWords = {
  check: (check: Check): string => {
    switch (check.kind) {
      case 'campaign':
        return `${check.name}: campaign.yaml and a roster of ${count(check.units)} units were read.`;
      case 'kind-unused':
        return `${count(check.units)} units of kind "${check.unitKind}" owe no form; add the kind to collect if they do.`;
      case 'collect-empty':
        return `collect: no unit of the list is ${check.from.map((kind) => `"${kind}"`).join(', ')}, so nobody owes ${check.form}. Correct from, or the column kind of the list.`;
      case 'question':
        return `campaign.yaml, line ${check.line}: ${check.text} Delete the line "# ?" once it is settled.`;
      case 'kind-empty':
        return `collect asks ${check.form} of kind "${check.unitKind}", but the roster has no such unit.`;
      case 'base-missing':
        return `${count(check.units)} of ${count(check.of)} units lack ${check.base}; they have no rate and are in no total rate. Fill units.csv, or give the office's own total in bases.`;
      case 'target-outside':
        return `Target ${check.target} is due ${date(check.by)}, outside the period; check the dates.`;
      case 'same-name':
        return `"${check.name}" names several codes (${check.codes.join(', ')}); a file with that name alone will have to be asked about. Add aliases.`;
      case 'inbox':
        return check.files === 0
          ? 'inbox: no file yet.'
          : `inbox: ${count(check.files)} files of ${count(check.days)} days were read.`;
      case 'finding':
        return check.message;
      case 'ledger':
        return `Ledger: ${count(check.receipts)} receipts, ${count(check.decisions)} decisions, ${count(check.sent)} sent summaries.`;
      case 'ledger-absent':
        return 'No ledger yet; the first receive or aggregate makes it.';
      case 'ledger-trouble':
        return TROUBLE[check.fault];
      case 'ledger-integrity':
        return `The ledger is damaged (${check.detail}). Restore .bluezone from a backup; without one run bluezone-report doctor --repair.`;
      case 'no-receipt':
        return `${count(check.files)} files count without a receipt in the ledger (first ${check.first}); run bluezone-report receive.`;
      case 'no-reading':
        return `${check.measure} of ${check.unit} walks back to no cell; this is a fault of the program, please tell the maintainers.`;
      case 'no-reason':
        return `Decision ${check.decision} has no reason; record it with resolve … --reason if it must be explained.`;
      case 'idle-decision':
        return `Decision ${check.decision} is about ${check.file}, which is no longer in the inbox; undo it with resolve --undo ${check.decision} if it was removed on purpose.`;
      case 'sent-bytes':
        return `The kept bytes of the sent summary ${check.name} are not whole; restore .bluezone from a backup.`;
      case 'key-missing':
        return 'The key of the hashes (.bluezone/key) is missing; equal phones of two units are compared within one run only.';
      case 'undecided':
        return `${count(check.files)} reports of this day are undecided; run bluezone-report resolve.`;
      case 'office':
        return check.found
          ? 'LibreOffice is there: .doc files can be read.'
          : 'No LibreOffice: ask for .doc files as .docx or Excel.';
    }
  },
  sum: (look, bad) =>
    look + bad === 0 ? 'All is well.' : `${count(bad)} to mend, ${count(look)} to look at.`,
  repaired: (done, restored) => {
    const back =
      restored === 0
        ? ''
        : ` ${count(restored)} changed summaries were put back, the other files kept beside them.`;
    if (done === null) return `The ledger is whole; nothing had to be rebuilt.${back}`;
    const { kept, proved, lost, blind, keptAs } = done;
    const lines = lost.map(
      ({ kind, id, about }) => `  lost: ${kind ?? 'line'} ${id}${about === null ? '' : ` (${about})`}`,
    );
    return [
      `The ledger has been rebuilt; the damaged one is kept as ${keptAs}.${back}`,
      `Kept ${count(kept.receipts)} receipts, ${count(kept.decisions)} decisions, ${count(kept.sent)} marks; rebuilt ${count(proved.receipts)} receipts from the inbox, ${count(proved.sent)} marks from outbox and log.`,
      ...lines,
      ...(blind
        ? [
            'Nothing of the damaged ledger could be read: decisions, stated arrivals and numbers of letters must be recorded again.',
          ]
        : []),
    ].join('\n');
  },
  purged: (names) =>
    names.length === 0
      ? 'There is nothing to remove.'
      : `The campaign ends: ${names.join(', ')} in .bluezone are removed. inbox and outbox stay.`,
};

const TROUBLE = {
  locked: 'Another run holds the ledger; wait for it and run again.',
  'read-only': 'The ledger is read-only; check the permissions of .bluezone.',
  full: 'The disk is full; make room and run again.',
  damaged:
    'The ledger is damaged. Restore .bluezone from a backup; without one run bluezone-report doctor --repair.',
  newer: 'The ledger was written by a newer version; update the program.',
  unavailable: 'The ledger cannot be opened; check the disk and the permissions.',
} as const;
