import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person, send } from './api.js';
import { openBrowser, signIn, visit, type Visitor } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function at(login: string, path: string): Promise<Visitor> {
  const visitor = await visit(browser);
  await signIn(visitor, login, 'qiaocheng');
  await visitor.page.goto(`/t/qiaocheng/console${path}`);
  await visitor.settle();
  return visitor;
}

const unitCalled = async (name: string): Promise<string> => {
  const ask = await person('organiser');
  const { orgUnits } = await ask<{ orgUnits: { nodes: { id: string }[] } }>('query ($search: String!) { orgUnits(first: 1, filter: { search: $search }) { nodes { id } } }', { search: name });
  return orgUnits.nodes[0]?.id ?? '';
};

describe('a list of the console', () => {
  it('is walked by keyboard, sorted, turned over, and keeps its columns for this person', async () => {
    const { page, settle, mishaps, context } = await at('organiser', '/projects');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('tr.is-here').getAttribute('data-row')).toBe(await page.locator('tbody tr').nth(1).getAttribute('data-row'));
    await page.getByRole('button', { name: '项目名称' }).click();
    await page.waitForURL(/sort=NAME/);
    await settle();
    expect(await page.getByRole('columnheader', { name: '项目名称' }).getAttribute('aria-sort')).toBe('ascending');
    await page.getByRole('button', { name: /再看 50 条/ }).click();
    await page.locator('tbody tr').nth(60).waitFor();
    await page.getByRole('button', { name: '列', exact: true }).click();
    await page.getByRole('checkbox', { name: '负责人' }).uncheck();
    await page.reload();
    await settle();
    expect(await page.getByRole('columnheader', { name: '负责人' }).count()).toBe(0);
    expect(mishaps).toEqual([]);
    await context.close();
  });

  it('keeps a filter under a name, and goes as the ledger that it came from', async () => {
    const { page, mishaps, context } = await at('organiser', '/projects?state=RUNNING');
    await page.getByRole('button', { name: '常用筛选', exact: true }).click();
    await page.getByLabel('名称').fill('正在实施的');
    await page.getByRole('button', { name: '保存当前筛选' }).click();
    await page.getByRole('button', { name: '正在实施的', exact: true }).waitFor();
    await page.goto('/t/qiaocheng/console/projects');
    await page.getByRole('button', { name: '常用筛选', exact: true }).click();
    await page.getByRole('button', { name: '正在实施的', exact: true }).click();
    await page.waitForURL(/state=RUNNING/);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^projects-\d{4}-\d\d-\d\d\.xlsx$/);
    await page.getByRole('button', { name: '常用筛选', exact: true }).click();
    await page.getByRole('button', { name: '删除常用筛选：正在实施的' }).click();
    await page.getByText('还没有常用筛选').waitFor();
    expect(mishaps).toEqual([]);
    await context.close();
  });
});

describe('the people of a district', () => {
  it('are found by role, walked and ticked by keyboard, given a role together, and it is taken back', async () => {
    const { page, settle, mishaps, context } = await at('organiser', '/people?role=supervisor');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    const here = page.locator('tr.is-here');
    expect(await here.getAttribute('aria-selected')).toBe('true');
    await page.getByRole('button', { name: '任命', exact: true }).last().click();
    const dialog = page.getByRole('dialog', { name: '任命（1 条）' });
    await dialog.getByLabel('任职').selectOption({ label: '专家' });
    await dialog.getByRole('button', { name: /任命/ }).click();
    await here.getByText(/专家/).waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回 1 条').waitFor();
    await here.getByText(/专家/).waitFor({ state: 'detached' });
    const name = await here.getByRole('link').innerText();
    // The dialog gave the focus back to its button; the row's own link has it again.
    await here.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await settle();
    expect(mishaps).toEqual([]);
    await context.close();
  });
});

describe('the inbox', () => {
  it('counts a new wish without moving a row, does to many what each allows, and takes it back', async () => {
    const visitor = await at('community', '/wishes?state=all');
    const { page, mishaps, context } = visitor;
    const rows = await page.locator('tbody tr[data-row]').count();
    // The connection that is told of it is opened beside the page.
    await page.waitForTimeout(1_500);
    const resident = await person('resident');
    const words = `盼${Date.now()}号楼门口装扶手`;
    const { id } = await send(resident, 'makeWish', 'wish', { orgUnit: await unitCalled('光明社区第一网格党支部'), words, channel: 'ONLINE_HOME' });
    await page.getByText('1 条新心愿').waitFor();
    expect(await page.locator('tbody tr[data-row]').count()).toBe(rows);
    await page.getByRole('button', { name: '显示', exact: true }).click();
    await page.getByRole('checkbox', { name: `选择：${words}` }).check();
    const done = page.locator('tbody tr[data-row]', { hasText: '居民已确认' }).first();
    await done.getByRole('checkbox').check();

    await page.getByRole('button', { name: '不予受理', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /不予受理（1 条）/ });
    await dialog.waitFor();
    expect(await dialog.locator('.bulk-cannot li').count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    await done.getByRole('checkbox').uncheck();
    await page.keyboard.press('1');
    const row = page.locator(`tr[data-row="${id}"]`);
    await row.getByText('重急').waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回 1 条').waitFor();
    expect(await row.getByText('重急').count()).toBe(0);
    expect(mishaps).toEqual([]);
    await context.close();
  });
});

describe('two people who edit the same', () => {
  it('are shown both edits, and the second chooses', async () => {
    const unit = await unitCalled('光明社区第二网格党支部');
    const [first, second] = [await at('organiser', `/units/${unit}`), await at('community', `/units/${unit}`)];
    const dialogs = [];
    for (const { page } of [first, second]) {
      await page.getByRole('button', { name: '修改单位' }).click();
      dialogs.push(page.getByRole('dialog', { name: '修改单位' }));
    }
    const [one, two] = dialogs;
    if (!one || !two) throw new Error('no dialogs');
    await one.getByLabel('负责人').fill('马静');
    await one.getByRole('button', { name: '修改单位' }).click();
    await one.waitFor({ state: 'detached' });
    await two.getByLabel('负责人').fill('马兰');
    await two.getByRole('button', { name: '修改单位' }).click();
    await two.getByText('对方').waitFor();
    await two.getByRole('radio', { name: /马静/ }).check();
    await two.getByRole('button', { name: '修改单位' }).click();
    await two.waitFor({ state: 'detached' });
    await second.page.getByText('马静').first().waitFor();
    expect([...first.mishaps, ...second.mishaps]).toEqual([]);
    await Promise.all([first.context.close(), second.context.close()]);
  });
});
