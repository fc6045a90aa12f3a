import type { Page } from 'playwright-core';
import { openProject, type OpenedProject } from './projects.js';
import { today } from './today.js';

/** Opens a course in the education panel of a project. */
export async function openCourse(page: Page, project: OpenedProject, course: { name: string; audience: string; place: string }): Promise<void> {
  await openProject(page, project);
  const panel = page.getByRole('region', { name: '课程' });
  await panel.getByRole('button', { name: '开一门课' }).click();
  const form = page.getByRole('form', { name: '开一门课' });
  await form.getByLabel('课程名称').fill(course.name);
  await form.getByLabel('面向').selectOption({ label: course.audience });
  await form.getByLabel('地点').fill(course.place);
  await form.getByRole('button', { name: '开一门课' }).click();
  await panel.getByText(course.name, { exact: true }).waitFor();
}

/** Opens a term of the course that begins tomorrow, and opens it for enrolment. */
export async function openTerm(page: Page, project: OpenedProject, term: { course: string; name: string; capacity: number; days: string[] }): Promise<void> {
  await openProject(page, project);
  await page.getByRole('button', { name: '开一期' }).click();
  const form = page.getByRole('dialog', { name: `给“${term.course}”开一期` }).getByRole('form', { name: '开一期' });
  await form.getByLabel('班期').fill(term.name);
  await form.getByLabel('开课日期').fill(await today(page, 1));
  await form.getByLabel('结课日期').fill(await today(page, 60));
  for (const day of term.days) await form.getByRole('checkbox', { name: day }).check();
  await form.getByLabel('名额').fill(String(term.capacity));
  await form.getByRole('button', { name: '开一期' }).click();
  const row = page.getByRole('row', { name: term.name });
  await row.getByText('报名中').waitFor();
}

/** Confirms the one enrolment of a term. */
export async function confirmEnrolment(page: Page, project: OpenedProject, { term }: { term: string }): Promise<void> {
  await openProject(page, project);
  await page.getByRole('button', { name: `${term}的报名` }).click();
  const dialog = page.getByRole('dialog', { name: `${term}的报名` });
  await dialog.getByRole('button', { name: '确认', exact: true }).click();
  await dialog.getByRole('form', { name: '确认报名' }).getByRole('button', { name: '确认报名' }).click();
  await dialog.getByText('已确认').waitFor();
}
