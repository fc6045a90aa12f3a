import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signIn, visit } from './browser.js';
import { writtenGuide } from './guides/guide.js';
import { guides } from './guides/index.js';
import { makeWorld, type World } from './world.js';

const folder = fileURLToPath(new URL('../../../docs/guides/', import.meta.url));
/** `npm run guides` writes what a test run only compares; pictures differ a little from machine to machine, so they are only made. */
const isWriting = process.env['WEIXIANG_GUIDES'] === 'write';
const pictures = isWriting ? `${folder}images/` : fileURLToPath(new URL('../../../test-output/guides/', import.meta.url));

let browser: Browser;
let world: World;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
  world = await makeWorld();
});
afterAll(() => browser.close());

describe('the guides', () => {
  it.each(guides)('$name: everything in it can be done as it is told', async (guide) => {
    const { page, context, settle, mishaps } = await visit(browser, { size: guide.size });
    if (guide.login) await signIn({ page, context, settle, mishaps }, guide.login, 'qiaocheng');
    for (const { act, picture } of guide.steps) {
      await act?.(page, world);
      if (!picture) continue;
      await settle();
      await page.screenshot({ path: `${pictures}${guide.name}-${picture}.png`, animations: 'disabled' });
    }
    await context.close();
    if (isWriting) writeFileSync(`${folder}${guide.name}.md`, writtenGuide(guide));
    expect(mishaps).toEqual([]);
    expect(readFileSync(`${folder}${guide.name}.md`, 'utf8'), 'Write it again with npm run guides.').toBe(writtenGuide(guide));
  }, 180_000);

  it('show no picture that is not theirs, and lack none', () => {
    const wanted = guides.flatMap(({ name, steps }) => steps.flatMap(({ picture }) => (picture ? [`${name}-${picture}.png`] : []))).toSorted();
    expect(new Set(wanted).size).toBe(wanted.length);
    expect(existsSync(`${folder}images`) ? readdirSync(`${folder}images`).toSorted() : []).toEqual(wanted);
  });
});
