/** What a cell says about telephone numbers. The numbers are personal data: compared and counted, never shown. */
export interface Phones {
  /** National numbers, digits only, 10 or (old, of a range that no longer exists) 11 of them; each once. */
  readonly phones: readonly string[];
  /**
   * `old-prefix`: an 11-digit mobile number, given as today's 10 digits. `lost-zero`: a spreadsheet took the leading
   * zero. `plus84`: written for callers abroad. `two`: more than one number.
   */
  readonly notes: readonly ('old-prefix' | 'lost-zero' | 'plus84' | 'two')[];
  /** Something stands there that is no number of the country. */
  readonly bad: boolean;
}

/** The change of 15/9/2018: 11-digit mobile prefixes and what they became. */
const SINCE_2018: { readonly [old: string]: string } = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};
const MOBILE = /^0[35789]\d{8}$/;
/** 02x and an area, 10 or 11 digits in all. */
const LANDLINE = /^02\d{8,9}$/;

/** The numbers of a cell, however they are spaced, dotted or joined; no number at all and a dash are blank. */
export function readPhones(text: string): Phones {
  const phones: string[] = [];
  const notes = new Set<Phones['notes'][number]>();
  let bad = false;
  for (const part of split(text)) {
    const read = readOne(part);
    if (read === null) {
      bad = true;
      continue;
    }
    if (read.note !== null) notes.add(read.note);
    if (!phones.includes(read.phone)) phones.push(read.phone);
  }
  if (phones.length > 1) notes.add('two');
  return { phones, notes: [...notes], bad };
}

/** Numbers part at / ; , a line, "hoặc", or where one ends and the next begins after a blank. */
function split(raw: string): string[] {
  const text = raw
    .normalize('NFKC')
    .replace(/[oO](?=[\d. ]*\d)/g, (letter, at: number) => (at === 0 ? '0' : letter));
  const parts = text.split(/[/;,|\n\r]|\s-\s|\s(?:hoặc|hay|và|-)\s/i).map((part) => part.trim());
  return parts.filter((part) => /[^\s.\-–—_…]/.test(part)).flatMap(splitGlued);
}

/** "0912345678 0987654321": two whole numbers with only a blank or dash between. */
function splitGlued(part: string): string[] {
  const digits = part.replace(/\D/g, '');
  const whole = part.match(/(?:\+?84|0)\d{8,10}(?!\d)/g);
  return digits.length >= 18 && whole !== null && whole.join('').replace(/\D/g, '') === digits
    ? whole
    : [part];
}

function readOne(part: string): { phone: string; note: Phones['notes'][number] | null } | null {
  // Whatever stands beside the number ("ĐT:", "Zalo", a name) is not its business.
  const digits = part.replace(/\D/g, '');
  if (/\d\D*[a-zA-ZÀ-ỹ]\D*\d/.test(part)) return null;
  const abroad = /^(?:00)?84(?=0?[1-9]\d{8,9}$)/.exec(digits);
  if (abroad !== null && (part.includes('+') || digits.length > 10)) {
    const phone = national(`0${digits.slice(abroad[0].length).replace(/^0/, '')}`);
    return phone && { phone: phone.phone, note: phone.note ?? 'plus84' };
  }
  const direct = national(digits);
  if (direct !== null) return direct;
  const restored = /^[1-9]\d{8,9}$/.test(digits) ? national(`0${digits}`) : null;
  return restored && { phone: restored.phone, note: 'lost-zero' };
}

function national(digits: string): { phone: string; note: 'old-prefix' | null } | null {
  if (MOBILE.test(digits) || LANDLINE.test(digits)) return { phone: digits, note: null };
  const today = digits.length === 11 ? SINCE_2018[digits.slice(0, 4)] : undefined;
  return today === undefined ? null : { phone: today + digits.slice(4), note: 'old-prefix' };
}
