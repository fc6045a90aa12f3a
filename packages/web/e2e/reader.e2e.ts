import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, visit } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const run = String(Date.now()).slice(-8);
const words = `楼道里想装一盏灯${run}`;
const unit = '光明社区第一网格党支部';

/** What a screen reader is given of the page's own part, and where it stands. */
async function heard(page: Page): Promise<{ page: string; at: string }> {
  const at = await page.evaluate(() => {
    const { activeElement: here } = document;
    return here?.tagName === 'H1' ? (here.textContent ?? '') : (document.querySelector(`label[for="${here?.id}"]`)?.textContent?.trim() ?? here?.textContent ?? '');
  });
  return { page: await page.getByRole('main').ariaSnapshot(), at };
}

it('tells a reader who sees nothing every step from a wish without an account to a rating', async () => {
  const { page, settle, mishaps } = await visit(browser, { size: 'small' });
  await page.goto('/t/qiaocheng/');
  await settle();
  const home = await heard(page);
  for (const part of ['heading "说了有人听， 听了有回音。" [level=1]', 'link "写下心愿"', 'region "心愿墙"', 'heading "心愿墙" [level=2]']) expect(home.page).toContain(part);

  await page.getByRole('link', { name: '写下心愿' }).click();
  await settle();
  const blank = await heard(page);
  expect(blank.at).toBe('写下心愿');
  const order = ['textbox "您盼着什么"', 'combobox "送到哪个社区"', 'combobox "属于哪一类 可不填"', 'textbox "联系电话 可不填"', 'group "墙上怎样称呼您"', 'button "用手机号确认并送出"'];
  expect(order.map((part) => blank.page.indexOf(part)).toSorted((a, b) => a - b)).toEqual(order.map((part) => blank.page.indexOf(part)));
  expect(order.filter((part) => !blank.page.includes(part))).toEqual([]);
  await page.getByRole('button', { name: '用手机号确认并送出' }).click();
  await page.getByRole('alert').filter({ hasText: '请先写下心愿，再选好社区。' }).waitFor();

  // Without a mouse: the list is walked by its keys, and what was chosen takes the focus.
  await page.getByLabel('您盼着什么').fill(words);
  await page.getByRole('combobox', { name: '送到哪个社区' }).fill(unit);
  await page.getByRole('option').first().filter({ hasText: unit }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect((await heard(page)).at).toBe('换一个');

  await page.getByRole('button', { name: '用手机号确认并送出' }).click();
  expect((await heard(page)).at).toBe('手机号');
  await page.keyboard.type(`139${run}`);
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: '验证码已发到' }).waitFor();
  const message = await page.getByRole('status').filter({ hasText: '演示' }).innerText();

  // The page may be gone when the reader comes back from the message.
  await page.reload();
  await page.getByRole('textbox', { name: '验证码' }).fill('000000');
  await page.getByRole('button', { name: '确认并送出' }).click();
  await page.getByRole('alert').filter({ hasText: '验证码不对或已过期' }).waitFor();
  expect((await heard(page)).at).toBe('验证码');
  await page.getByRole('textbox', { name: '验证码' }).fill(/\d{6}/.exec(message)?.[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '您的姓名' }).waitFor();
  expect((await heard(page)).at).toBe('您的姓名');
  await page.keyboard.type('马桂英');
  await page.keyboard.press('Enter');

  await page.getByRole('status').filter({ hasText: '心愿已送到，答复会写在这里。' }).waitFor();
  await settle();
  const mine = await heard(page);
  expect(mine.at).toBe('我的心愿');
  for (const part of ['region "心愿"', `blockquote: ${words}`, 'region "走到哪一步了"', 'heading "等社区答复']) expect(mine.page).toContain(part);

  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '首页' }).click();
  await page.getByRole('region', { name: '等您评议' }).getByRole('link').first().click();
  await settle();
  expect((await heard(page)).at).toBe('评议项目');
  const rate = page.getByRole('button', { name: '交上评议' });
  await rate.click();
  await page.getByRole('alert').filter({ hasText: '请先选一个等次' }).waitFor();
  await page.getByRole('radio', { name: '优秀' }).check();
  await rate.click();
  await page.getByRole('status').filter({ hasText: '已经记下' }).waitFor();
  // The wrong digits are refused in words, not by an error of the page.
  expect(mishaps).toEqual([]);
});
