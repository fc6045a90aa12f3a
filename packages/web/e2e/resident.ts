import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where the wish goes: the resident's own unit stands there already, another one is found by its name. */
export async function sendTo(page: Page, unit: string): Promise<void> {
  const field = page.getByRole('group', { name: '送到哪个社区' });
  if ((await field.innerText()).includes(unit)) return;
  await field.getByRole('button', { name: '换一个' }).click();
  await page.getByRole('combobox', { name: '送到哪个社区' }).fill(unit);
  await page.getByRole('option', { name: unit }).click();
}

/** Writes a wish in the portal, for a unit found by its name. */
export async function makeWish(page: Page, { words, unit }: { words: string; unit: string }): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '首页' }).click();
  await page.getByRole('link', { name: '写下心愿' }).click();
  await page.getByLabel('您盼着什么').fill(words);
  await sendTo(page, unit);
  await page.getByRole('radio', { name: '邓女士' }).check();
  await page.getByRole('button', { name: '送出心愿' }).click();
  await page.getByText('心愿已送到，答复会写在这里。').waitFor();
}

/** The page of one's own wish, as its wisher reads it. */
export async function followWish(page: Page, words: string) {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '我的' }).click();
  await page.getByRole('link', { name: '我的心愿' }).click();
  await page.getByRole('link', { name: words }).click();
  const journey = page.getByRole('region', { name: '走到哪一步了' });
  await journey.waitFor();
  return {
    /** What its last station says, without the day. */
    station: async (): Promise<string> => (await journey.getByRole('listitem').last().getByRole('heading').innerText()).split('\n')[0] ?? '',
    /** Everything that was answered. */
    said: (): Promise<string> => journey.innerText(),
  };
}

/** Enrols a child in an open term: without the guardian's agreement it is refused, with it the request waits for its confirmation. */
export async function enrolChild(page: Page, enrolment: { course: string; term: string; child: string; birthYear: number; phone: string }): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '首页' }).click();
  await page.getByRole('region', { name: '正在报名的课程' }).getByRole('link', { name: enrolment.course }).click();
  await page.getByRole('link', { name: enrolment.term }).click();
  await page.getByLabel('学员姓名').fill(enrolment.child);
  await page.getByLabel('出生年份').fill(String(enrolment.birthYear));
  await page.getByLabel('监护人电话').fill(enrolment.phone);
  await page.getByRole('button', { name: '送出报名' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.getByRole('checkbox', { name: '我是孩子的监护人' }).check();
  await page.getByRole('button', { name: '送出报名' }).click();
  const mine = page.getByRole('region', { name: enrolment.course });
  await mine.waitFor();
  expect(await mine.innerText()).toContain('等确认');
}
