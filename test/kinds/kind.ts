import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * A kind of what people write, as `fixtures/kinds/<room>/<name>.md` says it: three or more ways of writing it, and what
 * only looks like it.
 */
export interface Kind {
  /** `rows/parent-in-bold`. */
  readonly name: string;
  /** One line in Vietnamese, for the page that is made of it. */
  readonly about: string;
  /** Forms of file that can show it. */
  readonly forms: readonly FileForm[];
  readonly samples: readonly Sample[];
}

export interface Sample {
  /** `like`: looks like the kind, and is plain. */
  readonly role: 'kind' | 'like';
  /** The figure that is right; `asked` and `rejected` where there is none. */
  readonly expected: number | 'asked' | 'rejected';
  /** A whole drawn sheet, letterhead and all. */
  readonly drawn: string;
}

export const FILE_FORMS = ['xlsx', 'xls', 'ods', 'docx', 'csv'] as const;
export type FileForm = (typeof FILE_FORMS)[number];

const LETTERHEAD = `ỦY BAN NHÂN DÂN
XÃ HOÀI SƠN
BÁO CÁO HÀNG NGÀY
Số liệu cài đặt, sử dụng ứng dụng Bluezone
(ngày 16 tháng 8 năm 2021)`;

/** Over a sample that brings its own letterhead and title. */
const OWN = '@own';

/** Heads by the word that stands for them in a fixture. */
const HEADS: readonly (readonly [string, string])[] = [
  ['@p', 'STT | Họ và tên | Địa chỉ (thôn, khu phố) | Số điện thoại | Lũy kế đến thời điểm hiện tại'],
  ['@h', 'STT | Thôn, tổ | Số điện thoại | Lũy kế đến thời điểm hiện tại'],
  ['@t', 'STT | Thôn, tổ | Nhóm | Lũy kế đến thời điểm hiện tại'],
];

/** Every kind, in the order of rooms and names. */
export function readKinds(): readonly Kind[] {
  const root = 'fixtures/kinds';
  const rooms = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return rooms.flatMap(({ name: room }) =>
    readdirSync(`${root}/${room}`)
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) =>
        parseKind(`${room}/${basename(file, '.md')}`, readFileSync(`${root}/${room}/${file}`, 'utf8')),
      ),
  );
}

function parseKind(name: string, text: string): Kind {
  const [intro = '', ...sections] = text.split(/^## /m);
  const lines = intro.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# '));
  const forms = lines
    .find((line) => line.startsWith('forms:'))
    ?.slice(6)
    .trim()
    .split(' ');
  return {
    name,
    about: lines[0] ?? name,
    forms: FILE_FORMS.filter((form) => forms === undefined || forms.includes(form)),
    samples: sections.map((section) => parseSample(name, section)),
  };
}

function parseSample(name: string, section: string): Sample {
  const [head = '', ...body] = section.trimEnd().split('\n');
  const [, role, said] = /^(kind|like) (\d+|asked|rejected)$/.exec(head.trim()) ?? [];
  if (role === undefined || said === undefined) throw new Error(`${name}: ${head}`);
  const lines = body.filter((line) => line.trim() !== '').map(withHead);
  return {
    role: role === 'kind' ? 'kind' : 'like',
    expected: said === 'asked' || said === 'rejected' ? said : Number(said),
    drawn: lines[0] === OWN ? lines.slice(1).join('\n') : [LETTERHEAD, ...lines].join('\n'),
  };
}

function withHead(line: string): string {
  const found = HEADS.find(([word]) => line.startsWith(word));
  return found === undefined ? line : `${found[1]}${line.slice(found[0].length)}`;
}
