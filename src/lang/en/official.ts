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
  basis: 'Pursuant to',
};
