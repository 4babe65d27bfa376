import { describe, expect, it } from 'vitest';
import { filed } from './filed.ts';
import { readKinds } from './kind.ts';

describe.each(readKinds().map((kind) => [kind.name, kind] as const))('%s as a file', (_, kind) => {
  it('is the same in every form of file that can show it', async () => {
    for (const role of ['kind', 'like'] as const) {
      const expected = kind.samples.find((sample) => sample.role === role)?.expected;
      for (const form of kind.forms) {
        const { how, value } = await filed(kind.name, role, form);
        expect(value ?? how, `${kind.name}.${role}.${form}`).toBe(expected);
      }
    }
  });
});
