import { createHash } from 'node:crypto';

/** SHA-256 as 64 lower-case hexadecimal digits: what tells one content from another. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
