import { expect, it } from 'vitest';
import { orphans } from '../../../src/commands/daily/orphans.ts';
import { memoryIo } from '../../memory-io.ts';

it('takes away what a dead process left half-written, and what a living number cannot still be writing', () => {
  const names = ['a.xlsx', 'a.xlsx.99.tmp', 'a.xlsx.100.tmp', 'b.xlsx.100.tmp', 'a.tmp'];
  const io = memoryIo({ files: Object.fromEntries(names.map((name) => [`/campaign/outbox/${name}`, 'x'])) });
  io.times.set('/campaign/outbox/b.xlsx.100.tmp', io.clock.at - 2 * 3_600_000);
  expect(orphans(io, ['/campaign/outbox', '/campaign/none'])).toEqual([
    '/campaign/outbox/a.xlsx.99.tmp',
    '/campaign/outbox/b.xlsx.100.tmp',
  ]);
});
