import { parentPort } from 'node:worker_threads';
import { openBytes } from './opening.ts';
import type { Answer, Question, Setting } from './pool.ts';

/** The thread of `pool.ts`: told with what it opens files, then one file after the other. */
let setting: Setting | null = null;
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (told: Setting | Question) => {
  if (!('bytes' in told)) setting = told;
  else last = last.then(async () => parentPort?.postMessage(await answerTo(told)));
});

async function answerTo(question: Question): Promise<Answer> {
  try {
    if (setting === null) throw new Error('a file before the setting');
    return { opened: await openBytes(question, { ...setting, office: null }) };
  } catch (error) {
    const { message, stack } = error as Error;
    return { failed: message, stack: stack ?? '' };
  }
}
