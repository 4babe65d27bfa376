// Makes the pages that the code knows best. `npm run docs`; CI fails where a page differs.
import { writeFileSync } from 'node:fs';
import { load } from './load.js';

const { pages } = await load('docs/pages.ts');
for (const [name, text] of await pages()) writeFileSync(name, text);
