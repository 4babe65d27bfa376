/** What the benchmark measures, in one bundle. */
export { viewInputOf } from '../src/commands/present.ts';
export { rollUp } from '../src/core/rollup/rollup.ts';
export { realIo } from '../src/io.ts';
export { WORDS } from '../src/lang/lang.ts';
export { load } from '../src/load/load.ts';
export { read } from '../src/read/read.ts';
export { viewBook } from '../src/view/book.ts';
export { writeXlsx } from '../src/write/xlsx.ts';
