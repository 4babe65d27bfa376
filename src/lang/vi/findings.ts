import type { FindingWords } from '../findings.ts';

export const findings = {} as FindingWords;
