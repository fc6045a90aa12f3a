import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from './api.js';
import { openBrowser, signIn, visit, type Visitor } from './browser.js';
import { makeWorld, type World } from './world.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('education, switched off and on by an administrator', () => {
  let world: World;
  let admin: Visitor;
  let resident: Visitor;
  beforeAll(async () => {
    world = await makeWorld();
    [admin, resident] = await Promise.all([visit(browser), visit(browser, { size: 'phone' })]);
    await Promise.all([signIn(admin, 'admin', 'qiaocheng'), signIn(resident, 'resident', 'qiaocheng')]);
  });
  // Whatever happened here, other tests find the plugin as the example has it.
  afterAll(async () => {
    const asAdmin = await person('admin');
    await asAdmin('mutation { enablePlugin(input: { name: "education" }) { refusals { code } } }');
  });

  it('takes its courses from the portal and its panel from the console, and brings all of them back', async () => {
    const { page } = resident;
    const see = async (path: string): Promise<void> => {
      await page.goto(`/t/qiaocheng${path}`);
      await resident.settle();
    };
    const courses = { name: '正在报名的课程' };
    await see('/');
    await soon(() => page.getByRole('region', courses).count()).toBe(1);
    await see(`/projects/${world.project}`);
    await soon(() => page.getByRole('region', { name: '四点半课堂', exact: true }).count()).toBe(1);

    await flip(admin, '停用教育');
    await see('/');
    expect(await atLast(page, () => page.getByRole('region', courses).count())).toBe(0);
    await see('/me');
    expect(await atLast(page, () => page.getByRole('link', { name: '我的报名' }).count())).toBe(0);
    await see('/education');
    await soon(() => page.getByText('没有这一页').count()).toBe(1);
    await see(`/projects/${world.project}`);
    expect(await atLast(page, () => page.getByText('冬季班').count())).toBe(0);
    expect(await page.getByRole('heading', { name: '光明四点半课堂' }).count()).toBe(1);
    await openPanels(admin, world);
    expect(await atLast(admin.page, () => panelsOf(admin))).not.toContain('课程');

    await flip(admin, '启用教育');
    await see(`/projects/${world.project}`);
    await soon(() => page.getByRole('link', { name: '冬季班' }).count()).toBe(1);
    await see('/education/enrolments');
    await soon(() => page.getByText('邓小雨').count()).toBeGreaterThan(0);
    await openPanels(admin, world);
    await soon(() => panelsOf(admin)).toContain('课程');
    expect([...resident.mishaps, ...admin.mishaps]).toEqual([]);
  });
});

/** Turns the one plugin's switch in the settings and says yes to what the dialog says. */
async function flip({ page, settle }: Visitor, deed: string): Promise<void> {
  await page.goto('/t/qiaocheng/console/settings');
  await settle();
  await page.getByRole('switch', { name: '教育' }).click();
  const dialog = page.getByRole('dialog', { name: deed });
  await dialog.getByRole('button', { name: deed }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** What a plugin adds comes after the page. */
const soon = <Seen>(look: () => Promise<Seen>) => expect.poll(look, { timeout: 5_000 });

/** What is seen once what must not come has had the time to come. */
async function atLast<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  await page.waitForTimeout(1_000);
  return look();
}

async function openPanels({ page, settle }: Visitor, { project }: World): Promise<void> {
  await page.goto(`/t/qiaocheng/console/projects/${project}`);
  await settle();
}

/** The titles of the parts of the project's page in the console. */
function panelsOf({ page }: Visitor): Promise<string[]> {
  return page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
}

describe('a city that has nothing yet', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit(browser);
    await signIn(visitor, 'organiser', 'jiayuguan');
  });
  afterAll(() => visitor.context.close());

  it.each([
    ['/', '还没有人说心愿。第一条由您来写。'],
    ['/', '这里还没有项目。心愿多了，项目就来了。'],
    ['/', '还没有公示。清单、评议和招募都会在这里公开。'],
    ['/wishes', '还没有人说心愿。第一条由您来写。'],
    ['/console/wishes', '没有等答复的心愿。'],
    ['/console/projects', '没有符合条件的项目。'],
    ['/console/imports', '还没有导入过台账。'],
  ])('says on %s: %s', async (path, words) => {
    visitor.mishaps.length = 0;
    await visitor.page.goto(`/t/jiayuguan${path}`);
    await visitor.page.getByText(words).waitFor();
    expect(visitor.mishaps).toEqual([]);
  });
});
