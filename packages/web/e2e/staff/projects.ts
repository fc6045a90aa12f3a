import type { Locator, Page } from 'playwright-core';
import { today } from './today.js';

/** A project as its staff open it: its name and its own address, which everybody shares. */
export interface OpenedProject {
  name: string;
  path: string;
}

/** Opens a project of a type for a demand. */
export async function openProjectFor(page: Page, project: { demand: string; name: string; type: string; lead: string; plan: string }): Promise<OpenedProject> {
  await page.getByRole('link', { name: '需求归并' }).click();
  await page.getByRole('link', { name: project.demand }).click();
  await page.getByRole('link', { name: '为它立项' }).click();
  const form = page.getByRole('form', { name: '新建项目' });
  await form.getByLabel('项目名称').fill(project.name);
  await form.getByLabel('类型').selectOption({ label: project.type });
  await form.getByLabel('负责人').fill(project.lead);
  await form.getByLabel('方案').fill(project.plan);
  await form.getByRole('button', { name: '新建项目' }).click();
  await page.getByRole('heading', { level: 1, name: project.name }).waitFor();
  return { name: project.name, path: new URL(page.url()).pathname };
}

/** The project's page, fresh from the server. */
export async function openProject(page: Page, { name, path }: OpenedProject): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Takes a step of the project's life and sees it in the state that the step leads to. */
export async function stepProject(page: Page, project: OpenedProject, step: string, state: string): Promise<void> {
  await openProject(page, project);
  const steps = page.getByRole('region', { name: '下一步' });
  await steps.getByRole('listitem').getByRole('button', { name: step, exact: true }).click();
  await steps.getByRole('form', { name: step }).getByRole('button', { name: step, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: project.name }).getByText(state, { exact: true }).waitFor();
}

/** Records a signed agreement with a partner found by name. */
export async function recordAgreement(page: Page, project: OpenedProject, { partner, content }: { partner: string; content: string }): Promise<void> {
  await openProject(page, project);
  await page.getByRole('button', { name: '记一份协议' }).click();
  const form = page.getByRole('form', { name: '记一份协议' });
  await choose(page, form.getByRole('combobox', { name: '合作单位' }), partner);
  await form.getByLabel('签约日期').fill(await today(page));
  await form.getByLabel('内容').fill(content);
  await form.getByRole('button', { name: '记一份协议' }).click();
  await page.getByRole('region', { name: '五项约定' }).getByText(content).waitFor();
}

/** Records what took place today. */
export async function recordActivity(page: Page, project: OpenedProject, activity: { kind: string; visits: number; minors: number }): Promise<void> {
  await openProject(page, project);
  await page.getByRole('button', { name: '记一次活动' }).click();
  const form = page.getByRole('form', { name: '记一次活动' });
  await form.getByLabel('服务类型').selectOption({ label: activity.kind });
  await form.getByLabel('日期').fill(await today(page));
  await form.getByLabel('人次').fill(String(activity.visits));
  await form.getByLabel('儿童').fill(String(activity.minors));
  await form.getByRole('button', { name: '记一次活动' }).click();
  await page.getByRole('table', { name: '活动' }).getByRole('cell', { name: String(activity.visits), exact: true }).waitFor();
}

/** Types into a searching list and takes the first that it finds. */
async function choose(page: Page, box: Locator, words: string): Promise<void> {
  await box.click();
  await box.pressSequentially(words);
  await page.getByTitle(words).first().click();
}
