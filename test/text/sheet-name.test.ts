import { describe, expect, it } from 'vitest';
import { placeOfSheet, travellingSheet } from '../../src/text/sheet-name.ts';
import { mau01, mau02 } from '../model/shipped.ts';

const SHEETS = ['Sheet1', 'Lê Thị Ví Dụ', 'Trang'];
const called = (name: string) => travellingSheet(name, SHEETS, [mau01, mau02]);

describe('what a sheet is called where it travels', () => {
  it.each([
    ...[
      'Sheet1',
      'SHEET 2',
      'Sheet1 (2)',
      'Trang tính 3',
      'Trang1',
      'Bảng 1',
      'Mẫu 02',
      'Mau02',
      'mau-01',
      'Mẫu số 2',
    ],
    ...[
      'Tổng hợp',
      'CƠ QUAN',
      'Báo cáo',
      '16-8',
      '16.8.2021',
      'ngày 16-8',
      'CSV',
      'Word',
      'HTML',
      '_bluezone',
      '#2',
    ],
  ])('its name, where sheets are called so: %s', (name) => {
    expect(called(name)).toBe(name);
  });

  it.each([
    ['Lê Thị Ví Dụ', '#2'],
    ['Trang', '#3'],
    ['Bằng', '#'],
    ['Mậu', '#'],
    ['0912000001', '#'],
    ['Mẫu 02 chị Lan', '#'],
  ])('else its place: %s is %s', (name, place) => {
    expect(called(name)).toBe(place);
  });

  it('is a place or a name', () => {
    expect(['#2', '#', 'Sheet1', '#a'].map(placeOfSheet)).toEqual([2, null, undefined, undefined]);
  });
});
