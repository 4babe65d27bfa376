import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WORDS } from '../../src/lang/lang.ts';
import { viewPages } from '../../src/view/travelling.ts';
import { writeHtml } from '../../src/write/html/html.ts';
import { sampleInput } from '../view/sample.ts';
import { type Browser, browser } from './chromium.ts';
import { pdfText } from './office.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-'));
const file = join(folder, 'tong-hop.html');
let page: Browser;

beforeAll(async () => {
  writeFileSync(file, writeHtml(viewPages(sampleInput()), WORDS.vi));
  page = await browser();
});
afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the page on a screen of a width. */
async function open(width: number, mobile: boolean): Promise<void> {
  await page.send('Emulation.setDeviceMetricsOverride', {
    width,
    height: 844,
    deviceScaleFactor: 2,
    mobile,
  });
  await page.send('Page.navigate', { url: pathToFileURL(file).href });
  for (let tries = 0; tries < 100; tries += 1) {
    const ready = await page.value("location.protocol === 'file:' && document.readyState === 'complete'");
    if (ready === true) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the page did not load');
}

/** Elements wider than the screen that no frame of their own scrolls. */
const TOO_WIDE = `[...document.querySelectorAll('body *')]
  .filter((one) => one.closest('.scroll, nav, svg') === null && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.tagName + '.' + one.className)`;

describe('the page in a browser', () => {
  test.each([
    [390, true],
    [320, true],
    [1280, false],
  ])('is no wider than a screen of %i', async (width, mobile) => {
    await open(width, mobile);
    expect(await page.value('innerWidth')).toBe(width);
    expect(await page.value('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await page.value(TOO_WIDE)).toEqual([]);
  });

  test('lets wide tables be moved in their own frame, the name of the unit in sight', async () => {
    await open(390, true);
    const moved = await page.value(`(() => {
      const frame = document.querySelector('#residents .scroll');
      frame.scrollLeft = 300;
      const name = frame.querySelector('tbody td.first').getBoundingClientRect();
      return { wide: frame.scrollWidth > frame.clientWidth, at: frame.scrollLeft, left: name.left, right: name.right };
    })()`);
    const { wide, at, left, right } = moved as { wide: boolean; at: number; left: number; right: number };
    expect([wide, at]).toEqual([true, 300]);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThan(200);
  });

  test('prints on A4, every sheet, nothing but what is to be printed', async () => {
    await page.send('Emulation.clearDeviceMetricsOverride');
    const { data } = await page.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
    const pdf = join(folder, 'page.pdf');
    writeFileSync(pdf, Buffer.from(String(data), 'base64'));
    const text = pdfText(pdf);
    for (const said of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Tổng cộng', 'TRƯỞNG PHÒNG', 'NGUỒN SỐ LIỆU'])
      expect(text).toContain(said);
    const names = await page.value("[...document.querySelectorAll('nav a')].map((one) => one.textContent)");
    expect(text).not.toContain((names as readonly string[]).join('  '));
    expect(text.split('\f').filter((one) => one.trim() === '').length).toBeLessThanOrEqual(1);
  });
});
