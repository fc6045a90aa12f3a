import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, type ExpectStatic, it } from 'vitest';
import { openBrowser, openPage, signIn, sizes, visit, type Visitor } from './browser.js';
import { barriersOf, overflowOf, unspokenOf } from './looks.js';
import { consolePages, emptyConsolePages, emptyPortalPages, portalPages, portalPagesOfPassersBy, type LookedAt } from './pages.list.js';
import { keepContactSheet, keepPicture } from './pictures.js';
import { makeWorld, type World } from './world.js';

// A picture of every page at every width takes as long as looking at it: WEIXIANG_PICTURES=1 keeps them; of a page that fails there is one.
const keepsPictures = process.env['WEIXIANG_PICTURES'] === '1';

let browser: Browser;
let world: World;
beforeAll(async () => {
  browser = await openBrowser();
  world = await makeWorld();
});
afterAll(async () => {
  await browser.close();
  if (keepsPictures) keepContactSheet();
});

const at = (path: string): LookedAt => ({ name: path.split('/')[2] ?? 'today', path: () => path });

const surfaces: { who: string; surface: string; tenant: string; login?: string; language?: 'en'; pages: LookedAt[] }[] = [
  { who: 'a resident of 谯城区', surface: 'portal', tenant: 'qiaocheng', login: 'resident', pages: portalPages },
  { who: 'a passer-by in 谯城区', surface: 'portal-passerby', tenant: 'qiaocheng', pages: portalPagesOfPassersBy },
  { who: 'a resident who reads English', surface: 'portal-en', tenant: 'qiaocheng', language: 'en', pages: portalPages },
  { who: 'a resident of 嘉峪关市', surface: 'portal-jiayuguan', tenant: 'jiayuguan', login: 'resident', pages: emptyPortalPages },
  { who: 'a passer-by in 嘉峪关市', surface: 'portal-jiayuguan-passerby', tenant: 'jiayuguan', pages: portalPagesOfPassersBy.slice(0, 2) },
  { who: 'an organiser of 谯城区', surface: 'console', tenant: 'qiaocheng', login: 'organiser', pages: consolePages },
  { who: 'an organiser who reads English', surface: 'console-en', tenant: 'qiaocheng', login: 'organiser', language: 'en', pages: consolePages },
  { who: 'an organiser of 嘉峪关市', surface: 'console-jiayuguan', tenant: 'jiayuguan', login: 'organiser', pages: emptyConsolePages },
  { who: 'an administrator', surface: 'console-admin', tenant: 'qiaocheng', login: 'admin', pages: [at('/console'), at('/console/settings'), at('/console/access')] },
  { who: 'a grid worker', surface: 'console-grid', tenant: 'qiaocheng', login: 'grid', pages: [at('/console'), at('/console/wishes')] },
  { who: 'staff at the door', surface: 'console-door', tenant: 'qiaocheng', pages: [at('/console')] },
];

describe.each(surfaces)('for $who', ({ surface, tenant, login, language, pages }) => {
  // A page that loads waits more than it works: two are looked at side by side, as many as the tests that run at once.
  let free: Visitor[];
  let context: BrowserContext;
  beforeAll(async () => {
    const visitor = await visit(browser, { size: 'small', language });
    if (login) await signIn(visitor, login, tenant);
    context = visitor.context;
    free = [visitor, await openPage(context)];
  });
  afterAll(() => context.close());

  it.concurrent.for(pages)('the page $name fits, fails nothing and shuts nobody out at 360, 768 and 1440 px', async ({ name, path }, { expect, onTestFinished }) => {
    const visitor = free.pop();
    if (!visitor) throw new Error('More pages are looked at at once than are open.');
    const { page, mishaps } = visitor;
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(page, `failed-${surface}-${name}`);
      free.push(visitor);
    });
    mishaps.length = 0;
    await page.setViewportSize(sizes.small);
    await page.goto(`/t/${tenant}${path(world)}`);
    await visitor.settle();
    for (const size of ['small', 'tablet', 'desk'] as const) {
      await page.setViewportSize(sizes[size]);
      await expectSound(expect, page, size, language ?? 'zh');
      if (keepsPictures) await keepPicture(page, `${surface}-${name}-${sizes[size].width}`);
    }
    expect(mishaps).toEqual([]);
  });
});

/** The page has words for everything, fits the screen, and shuts out nobody who cannot see or point. */
async function expectSound(expect: ExpectStatic, page: Page, size: 'small' | 'tablet' | 'desk', language: 'zh' | 'en'): Promise<void> {
  const { width } = sizes[size];
  expect.soft(await unspokenOf(page), `at ${width} px`).toEqual([]);
  expect.soft(await overflowOf(page), `at ${width} px`).toEqual([]);
  // Colours and structure are the same in both languages, the tablet's are the phone's or the desk's, and on a wide screen
  // the portal is the phone's column.
  if (language === 'en' || size === 'tablet' || (size === 'desk' && !page.url().includes('/console'))) return;
  expect.soft(await barriersOf(page), `at ${width} px`).toEqual([]);
}
