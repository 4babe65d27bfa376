import { readFileSync } from 'node:fs';
import type { Form } from '../../src/model/form.ts';
import { readForm } from '../../src/read/forms.ts';

const folder = new URL('../../templates/forms/', import.meta.url);

/** A form definition as it is shipped. */
export function shipped(id: string): Form {
  return readForm(`${id}.yaml`, readFileSync(new URL(`${id}.yaml`, folder), 'utf8'));
}

export const mau01 = shipped('mau-01');
export const mau02 = shipped('mau-02');
