import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli.ts';
import type { Files } from '../../src/io/files.ts';
import { type Io, slashed } from '../../src/io.ts';
import { formatInstant, instantOf } from '../../src/model/time.ts';
import { memoryMachine } from '../memory-io.ts';
import { quietIo } from '../quiet-io.ts';

/** An office of an invented town on a real disk, with a clock that only the test and sleeping move. All figures are invented. */
export interface Office {
  readonly folder: string;
  readonly clock: { at: number };
  /** Puts a commune's report of a day into the inbox at the time that the clock shows. */
  lands(commune: string, date: string, count: number, name?: string): void;
  write(path: string, text: string | Uint8Array): void;
  run(argv: readonly string[], changes?: Partial<Io>): Promise<{ exit: number; out: string; err: string }>;
  /** Files below a folder of the campaign, with their bytes as text. */
  tree(below: string): ReadonlyMap<string, string>;
  close(): void;
}

export const ZONE = 'Asia/Ho_Chi_Minh';
export const COMMUNES = ['Xã Một', 'Xã Hai', 'Xã Ba', 'Phường Bốn'] as const;

export const CAMPAIGN = `
name: Đợt thử
timezone: ${ZONE}
authority: { name: Ủy ban nhân dân thị xã Thử, department: Phòng Thử, place: Thử, level: district }
period: { from: 2021-08-02, to: 2021-08-15 }
collect:
  - { form: mau-02, from: [xã, phường], every: day, due: { time: "15:00", rule: before } }
forward:
  - { to: [Sở Thử], due: { time: "16:00", rule: before } }
`;

export const UNITS = `code,name,kind,smartphone_users,contact_name,contact_phone
${COMMUNES.map((name, n) => `0${n + 1},${name},${name.startsWith('Xã') ? 'xã' : 'phường'},${1000 * (n + 1)},Người Liên Hệ ${n + 1},090000000${n}`).join('\n')}
`;

export function openOffice(now: string, campaign = CAMPAIGN): Office {
  const folder = slashed(mkdtempSync(join(tmpdir(), 'bluezone-văn phòng ')));
  const clock = { at: at(now) };
  const write = (path: string, text: string | Uint8Array): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, clock.at / 1000, clock.at / 1000);
  };
  write('campaign.yaml', campaign);
  write('units.csv', UNITS);
  return {
    folder,
    clock,
    write,
    lands: (commune, date, count, name = `${commune}.csv`) =>
      write(`inbox/${date}/${name}`, report(commune, date, count)),
    run: async (argv, changes = {}) => {
      const printed = { out: '', err: '' };
      const real = quietIo(folder, printed);
      const io: Io = {
        ...real,
        files: withoutChangeTimes(real.files),
        now: () => clock.at,
        sleep: async (milliseconds) => {
          clock.at += milliseconds;
        },
        machine: { ...memoryMachine, pid: process.pid, isAlive: (pid) => pid === process.pid },
        ...changes,
      };
      const exit = await main(argv, io);
      return { exit, ...printed };
    },
    tree: (below) =>
      new Map(
        (readdirSync(join(folder, below), { recursive: true, withFileTypes: true }) ?? [])
          .filter((entry) => entry.isFile())
          .map((entry) => slashed(join(entry.parentPath, entry.name)))
          .sort()
          .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
      ),
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** The disk's own clock cannot be moved: what it says of changes is left out. */
export function withoutChangeTimes(files: Files): Files {
  return {
    ...files,
    info: (path) => {
      const info = files.info(path);
      return info === null ? null : { kind: info.kind, size: info.size, modified: info.modified };
    },
  };
}

/** `2021-08-16 15:30[:00]` in the campaign's zone. */
export function at(text: string): number {
  const [date = '', time = ''] = text.split(' ');
  return instantOf(date, time, ZONE);
}

export function shown(instant: number): string {
  return formatInstant(instant, ZONE).slice(0, 16).replace('T', ' ');
}

/** Mẫu 02 with an invented person and the running total of the commune. */
export function report(commune: string, date: string, count: number): string {
  const [year, month, day] = date.split('-');
  return `﻿UBND ${commune.toUpperCase()};;;;
BÁO CÁO HÀNG NGÀY;;;;
Số liệu cài đặt, sử dụng ứng dụng Bluezone;;;;
(ngày ${day} tháng ${month} năm ${year});;;;
STT;Họ và tên;Địa chỉ (thôn, khu phố);Số điện thoại;Lũy kế đến thời điểm hiện tại
1;Người Ví Dụ A;Thôn 1;0900000502;${count - 10}
2;Người Ví Dụ B;Thôn 2;0900000503;10
Tổng cộng;;;;${count}
`;
}
