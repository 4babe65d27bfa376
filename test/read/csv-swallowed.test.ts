import { describe, expect, it } from 'vitest';
import { cellsOf, readOne, sheetsOf } from './xlsx/package.ts';

const HEAD = 'STT,Họ và tên,Thôn,Điện thoại,Lũy kế,Ghi chú\n';
const rows = (from: number, to: number): string =>
  Array.from(
    { length: to - from + 1 },
    (_, n) => `${from + n},Lê Thử,Thôn 1,091200000${n},${(from + n) * 10},\n`,
  ).join('');

async function lost(text: string) {
  const { findings } = await readOne(Buffer.from(text), {}, 'x.csv');
  return findings.map(({ code, facts }) => (code === 'file/rows-swallowed' ? facts : code));
}

describe('rows that a stray quote swallowed', () => {
  it.each([
    [
      'in the last field',
      `${HEAD}${rows(1, 3)}4,Lê Thử,Thôn 1,0912,40,"đã cài\n${rows(5, 7)}8,Lê Thử,Thôn 1,0912,80,xong"\n${rows(9, 12)}`,
      5,
      9,
    ],
    [
      'with text behind the closing quote',
      `${HEAD}${rows(1, 3)}4,"Lê Thử,Thôn 1,0912,40,\n${rows(5, 7)}8,"Lê Thử,Thôn 1,0912,80,\n${rows(9, 12)}`,
      5,
      9,
    ],
    [
      'of the very next row',
      `${HEAD}${rows(1, 3)}4,Lê Thử,"Thôn 1,0912,40,\n5,Lê Thử,Thôn 1",0912,50,\n${rows(6, 9)}`,
      5,
      6,
    ],
    [
      'in nearly the whole table',
      `${HEAD}1,"Lê Thử,Thôn 1,0912,10,\n${rows(2, 9)}10,Lê Thử",Thôn 1,0912,100,\n`,
      2,
      11,
    ],
    [
      'without a running number',
      'Thôn;Lũy kế;Đã kiểm tra\nA;10;1\nB;20;1\nC;30;1\n"D;40;1\nE;50;1\nF";60;1\nG;70;1\n',
      5,
      7,
    ],
  ])('%s are named by their lines', async (_, text, first, last) => {
    expect(await lost(text)).toEqual([{ first, last }]);
  });

  it.each([
    [
      'a title of two lines with commas',
      `"BÁO CÁO\nSố liệu cài đặt, sử dụng, theo dõi",,,,,\n${HEAD}${rows(1, 9)}`,
    ],
    [
      'a note of several lines with numbers',
      `${HEAD}${rows(1, 3)}4,Lê Thử,Thôn 1,0912,40,"Gồm:\n5, 6, 7\n8,9,10"\n${rows(5, 9)}`,
    ],
    ['names of two hamlets in one cell', `Thôn,Lũy kế,Ghi chú\nA,10,\nB,20,\n"C,\nD",30,\nE,40,\n`],
    [
      'a quote within a name',
      `${HEAD}${rows(1, 3)}4,Lê "Tí" Thử,Thôn 1,0912,40,\n5,"Lê ""Tí"" Thử",Thôn 1,0912,50,\n${rows(6, 9)}`,
    ],
    ['a running number that skips', `${HEAD}${rows(1, 3)}${rows(6, 9)}`],
  ])('are not seen in %s', async (_, text) => {
    expect(await lost(text)).toEqual([]);
  });

  it('are none where a quote is never closed: it is a plain character then, beside fields that are quoted', async () => {
    const text = `${HEAD}1,"Lê, Thử",Thôn 1,0912,10,\n2,Lê Thử,"Thôn 1,0912,20,\n3,Lê Thử,Thôn 1,0912,30,\n`;
    expect(await lost(text)).toEqual([]);
    const document = await readOne(Buffer.from(text), {}, 'x.csv');
    const cells = sheetsOf(document).flatMap(cellsOf);
    expect(cells).toEqual(
      expect.arrayContaining([
        'B2=text:Lê, Thử',
        'C3=text:"Thôn 1',
        'E2=text:10',
        'E3=text:20',
        'E4=text:30',
      ]),
    );
  });
});
