import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import type { SenderTextCode } from '../../src/model/finding.ts';
import type { HoldsSenderText, SenderText } from '../../src/model/findings/sender-text.ts';
import { pagesOf } from '../../src/view/pages.ts';
import { replyText } from '../../src/view/reply.ts';
import { travellingBytes } from '../../src/view/travelling.ts';
import { writeDocx } from '../../src/write/docx/docx.ts';
import { writeHtml } from '../../src/write/html/html.ts';
import { writeMarkdown } from '../../src/write/markdown.ts';
import { writePng } from '../../src/write/svg/png.ts';
import { writeSvg } from '../../src/write/svg/svg.ts';
import { writeXlsx } from '../../src/write/xlsx/xlsx.ts';
import { sampleInput } from './sample.ts';

/** Never called: each line holds what does not compile. An error that is not there fails the check of types. */
function refused(): void {
  const pages = pagesOf(sampleInput());
  // @ts-expect-error pages that were not made to travel
  void writeXlsx(pages);
  // @ts-expect-error the same
  writeDocx(pages, WORDS.vi);
  // @ts-expect-error the same
  writeHtml(pages, WORDS.vi);
  // @ts-expect-error the same
  writeMarkdown(pages, WORDS.vi);
  // @ts-expect-error the same
  void writePng(pages, WORDS.vi);
  // @ts-expect-error the same
  writeSvg(pages, WORDS.vi);
  // @ts-expect-error a text from anywhere
  travellingBytes(replyText({ name: 'a', reports: [], findings: [], due: null, closing: null }, WORDS.vi));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

describe('what leaves the office', () => {
  it('takes nothing that was not made to travel', () => {
    expect(refused).toBeTypeOf('function');
  });

  it('is made in one file', () => {
    const makers = sources('src').filter((file) =>
      /\bas (?:unknown as )?Travelling\b/.test(readFileSync(file, 'utf8')),
    );
    expect(makers).toEqual([join('src', 'view', 'travelling.ts')]);
  });

  it('asks by the type of a fact whether a sender wrote it, wherever in the facts it stands', () => {
    expectTypeOf<
      HoldsSenderText<{ a: number; b: { c: readonly { d: SenderText | null }[] } }>
    >().toEqualTypeOf<true>();
    expectTypeOf<HoldsSenderText<{ a: string; b: readonly string[] }>>().toBeNever();
    expectTypeOf<'unit/unknown'>().toExtend<SenderTextCode>();
    expectTypeOf<'across/sheets-differ'>().toExtend<SenderTextCode>();
    expectTypeOf<'value/phone'>().not.toExtend<SenderTextCode>();
  });
});
