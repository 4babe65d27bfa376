import type { FindingCode } from '../core/finding.ts';
import type { Example } from './explain.ts';

/** Made from `fixtures/findings/`. */
export const EXAMPLES: { readonly [C in FindingCode]?: Example } = {};
