import { bare } from './fold.ts';

/** What a number counts, as its head says: "trăm người" is persons by the hundred, "hộ" another thing. */
export interface MeasureUnit {
  readonly scale: number;
  readonly thing: 'persons' | 'other';
  /** The known words that say so. */
  readonly word: string;
}

const SCALES: readonly (readonly [words: string, scale: number])[] = [
  ['chục', 10],
  ['trăm', 100],
  ['nghìn', 1000],
  ['ngàn', 1000],
  ['vạn', 10_000],
  ['triệu', 1_000_000],
  ['10', 10],
  ['100', 100],
  ['1000', 1000],
  ['1.000', 1000],
  ['1 000', 1000],
];
const PERSONS = [
  ...['người', 'người dân', 'người dùng', 'nhân khẩu', 'khẩu', 'công dân', 'cán bộ', 'đồng chí', 'lao động'],
  ...['nhân viên', 'cc', 'cbcc', 'cbccvc', 'ng', 'đ/c', 'dân', 'thành viên'],
];
const OTHERS = [
  ...[
    'hộ',
    'hộ gia đình',
    'hộ dân',
    'gia đình',
    'nhà',
    'lượt',
    'lượt người',
    'lượt tải',
    'lượt cài',
    'lần',
    '%',
  ],
  ...['phần trăm', 'tỷ lệ', 'tỉ lệ', 'tỷ lệ %', 'đồng', 'vnđ', 'mũi', 'liều', 'lượt cài đặt'],
];

const known = (words: readonly string[]): ReadonlyMap<string, string> =>
  new Map(words.map((word) => [bare(word), word]));
const persons = known(PERSONS);
const others = known(OTHERS);

/** A text that is a unit of measure and nothing else ("trăm người", "(hộ)", "ĐVT: nghìn người"), or null. */
export function readMeasureUnit(text: string): MeasureUnit | null {
  const said =
    /^\(?\s*(?:(?:dvt|d\.v\.t|don vi tinh|don vi|tinh (?:bang|theo))\s*[:.]?\s*)?(.*?)\s*\)?\s*\.?$/.exec(
      bare(text),
    )?.[1];
  if (said === undefined || said === '' || said.length > 30) return null;
  const factor = SCALES.find(([words]) => said === bare(words) || said.startsWith(`${bare(words)} `));
  const thing = factor === undefined ? said : said.slice(bare(factor[0]).length).trim();
  const scale = factor?.[1] ?? 1;
  const scaled = factor === undefined ? '' : `${factor[0]} `;
  // "10" alone is a number, not a measure: it needs what is counted behind it.
  if (thing === '' && factor !== undefined && !/\d/.test(factor[0]))
    return { scale, thing: 'persons', word: factor[0] };
  const person = persons.get(thing);
  if (person !== undefined) return { scale, thing: 'persons', word: scaled + person };
  const other = others.get(thing);
  return other === undefined ? null : { scale, thing: 'other', word: scaled + other };
}

const INSIDE = /\(([^()]{1,40})\)|(?:đvt|đơn vị tính|tính bằng|tính theo)\s*[:.]?\s*([^()]{1,30})$/giu;
const COUNTED = /\bso (ho gia dinh|ho dan|ho|luot tai|luot|mui)\b/;

/** The unit that a head names beside its label: "Lũy kế (trăm người)", "Lũy kế số hộ cài đặt"; null for none. */
export function measureUnitIn(head: string): MeasureUnit | null {
  for (const match of head.matchAll(INSIDE)) {
    const unit = readMeasureUnit(match[1] ?? match[2] ?? '');
    if (unit !== null) return unit;
  }
  const counted = COUNTED.exec(bare(head))?.[1];
  return counted === undefined ? null : { scale: 1, thing: 'other', word: others.get(counted) ?? counted };
}
