import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { openBrowser, signInToConsole, signInToPortal, visit } from './browser.js';
import { keepPicture } from './pictures.js';
import { acceptIntoDemand, answerWish } from './staff/wishes.js';
import { openProjectFor, recordActivity, recordAgreement, stepProject } from './staff/projects.js';
import { confirmEnrolment, openCourse, openTerm } from './staff/courses.js';
import { figuresOfThisYear, moved } from './staff/report.js';
import { enrolChild, followWish, makeWish } from './resident.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

// Every run has words of its own, so that it can be repeated on a server that is up.
const run = String(Date.now()).slice(-6);
const words = `${run}户：放学早，家里没人，盼社区里有个地方写作业，有人看着。`;
const demand = `放学后有人看护${run}`;
const course = `四点半课堂${run}`;
const grid = '光明社区第一网格党支部';

it('carries a resident’s wish from a phone to a running course, and the year’s figures move by exactly that', async () => {
  const everybody: Page[] = [];
  onTestFailed(() => Promise.all(everybody.map((page, index) => keepPicture(page, `failed-journey-${index + 1}`))).then(() => undefined));
  const mishaps: string[][] = [];
  const sitDown = async (login: string): Promise<Page> => {
    const visitor = await visit(browser, { size: login === 'resident' ? 'phone' : 'desk' });
    everybody.push(visitor.page);
    mishaps.push(visitor.mishaps);
    await (login === 'resident' ? signInToPortal : signInToConsole)(visitor.page, login);
    return visitor.page;
  };

  const organiser = await sitDown('organiser');
  const before = await figuresOfThisYear(organiser);

  const resident = await sitDown('resident');
  await makeWish(resident, { words, unit: grid });
  const wish = await followWish(resident, words);
  expect(await wish.station()).toBe('等社区答复');

  const gridWorker = await sitDown('grid');
  await answerWish(gridWorker, { words, answer: '已经记下，这周和社区一起商量地方和人手。' });

  const secretary = await sitDown('community');
  await acceptIntoDemand(secretary, { words, answer: '和几家的心愿归在一起，一起立项。', demand });
  const project = await openProjectFor(secretary, { demand, name: `光明四点半课堂${run}`, type: '教育', lead: `欧阳明月${run}`, plan: '周一至周五放学后，在社区活动室看护和辅导。' });

  await resident.reload();
  expect(await wish.said()).toContain('已经记下，这周和社区一起商量地方和人手。');

  // The department that oversees education reviews what the community plans.
  const department = await sitDown('department');
  await stepProject(secretary, project, '提交评审', '评审');
  await stepProject(department, project, '评审通过', '资源整合');
  await recordAgreement(secretary, project, { partner: '曹魏公益发展中心50', content: '放学后看护和作业辅导' });
  await stepProject(secretary, project, '签约', '签约');
  await stepProject(secretary, project, '启动实施', '实施');

  await openCourse(secretary, project, { name: course, audience: '未成年人', place: '光明社区活动室' });
  await openTerm(secretary, project, { course, name: '冬季班', capacity: 12, days: ['周一', '周三'] });

  await enrolChild(resident, { course, term: '冬季班', child: '邓小雨', birthYear: new Date().getFullYear() - 9, phone: '13900000000' });
  await confirmEnrolment(secretary, project, { term: '冬季班' });
  await resident.reload();
  await resident.getByRole('region', { name: course }).getByText('已确认').waitFor();

  await recordActivity(secretary, project, { kind: '课后学堂', visits: 14, minors: 12 });

  expect(moved(before, await figuresOfThisYear(organiser))).toEqual({
    收集微心愿: 1,
    签约合作: 1,
    领衔项目的人: 1,
    在册项目: 1,
    '在课孩子（9–11 岁）': 1,
    课后学堂服务未成年人: 12,
    课后学堂次数: 1,
    课后学堂人次: 14,
    课后学堂未成年人人次: 12,
  });
  expect(mishaps.flat()).toEqual([]);
}, 180_000);
