import type { official as viOfficial } from '../vi/official.ts';

/** The official report in English; the layout stays that of Nghị định 30/2020/NĐ-CP. */
export const official: typeof viOfficial = {
  nation: 'SOCIALIST REPUBLIC OF VIET NAM',
  motto: 'Independence - Freedom - Happiness',
  number: (given) =>
    given === null ? 'No.:          /BC' : given.startsWith('/') ? `No.:          ${given}` : `No.: ${given}`,
  placeAndDate: (place, iso) => {
    const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
    return `${place ?? '…………'}, ${day}/${month}/${year}`;
  },
  title: 'REPORT',
  subject: (campaign) => `Results: ${campaign}`,
  subjectOfForm: (form) => `(summary of ${form})`,
  to: 'To',
  recipients: 'Recipients:',
  defaultRecipients: ['As above', 'Archive'],
  signer: (office) => {
    const name = office.toLocaleLowerCase('vi');
    if (/^(ủy ban|uỷ ban|ubnd)/.test(name)) {
      return { authority: "FOR THE PEOPLE'S COMMITTEE", onBehalf: null, title: 'CHAIRPERSON' };
    }
    return { authority: null, onBehalf: null, title: 'HEAD OF OFFICE' };
  },
  standsAlone: (office) => /^(ủy ban nhân dân|uỷ ban nhân dân|ubnd)/.test(office.toLocaleLowerCase('vi')),
  capitals: (text) => text.toLocaleUpperCase('vi'),
  opening: (office, basis) =>
    `${basis.length === 0 ? '' : `Pursuant to ${basis.join('; ')}, `}${office} reports as follows:`,
  closing: (office) => `This is the report of ${office}.`,
  target: (share, of, by) =>
    `- Target ${share} of ${of.charAt(0).toLowerCase()}${of.slice(1)}${by === null ? '' : ` (by ${by})`}: `,
  targetReached: (rate) => `reached, now ${rate}.`,
  targetReachedBy: (rate, names) =>
    `${rate}, reached only by the figures above their base of ${names}, being checked.`,
  targetOpen: (rate, gap, perDay, people) =>
    `now ${rate}, ${gap}${people ? ' persons' : ''} lacking${perDay === null ? '' : `, ${perDay} needed a day`}.`,
  scopes: { residents: 'Residents', staff: 'Agencies' },
  press: 'Units to be pressed',
  pressMissing: (names) => `Not reported: ${names}.`,
  pressHeld: (names) => `Sent, not usable: ${names}.`,
  pressLow: (names, rest) =>
    `Far from the target, lowest first: ${names}${rest === 0 ? '' : ` and ${rest} more`}.`,
  pressNobody: 'None.',
};
