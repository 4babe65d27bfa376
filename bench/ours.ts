/** What the benchmark measures, in one bundle. */
export { viewInputOf } from '../src/console/present.ts';
export { dayOf } from '../src/day/day.ts';
export { realIo } from '../src/io.ts';
export { WORDS } from '../src/lang/lang.ts';
export { load } from '../src/load/load.ts';
export { read } from '../src/read/read.ts';
export { viewPages } from '../src/view/travelling.ts';
export { writeXlsx } from '../src/write/xlsx/xlsx.ts';
