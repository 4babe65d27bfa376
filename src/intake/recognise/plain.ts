import { bare } from '../../text/fold.ts';
import { remembering } from '../../text/remembering.ts';

/** `bare`, remembered: for letterheads, heads and signatures. Not for data, which does not come again. */
export const plain = remembering(bare);
