import type { ViewWords } from '../vi/view.ts';

export const view: ViewWords = {};
