import { type Caller, type Scene, sheetRows, type World } from '@weixiang/core/testkit';
import type { LedgerRow } from '@weixiang/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { educationWorld, withdrawConsent } from './testkit/classroom.js';
import { lessonRoom } from './testkit/lesson-room.js';

const mark = `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { marked refusals { code } } }`;
const disclosures = `query ($of: [ID!]!) { disclosures(of: $of) { purpose times records fields } }`;
const purpose = '联系学员或家长';

describe('exports of education', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  const download = (scene: Scene, { token }: Pick<Caller, 'token'>, ledger: string, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    world.server.http.inject({
      url: `/t/${scene.tenant.slug}/exports/${ledger}?${new URLSearchParams(query).toString()}`,
      headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    });

  async function rowsOf(answer: Awaited<ReturnType<typeof download>>): Promise<LedgerRow['cells'][]> {
    expect(answer.statusCode).toBe(200);
    return sheetRows(answer.rawPayload);
  }

  const readings = (scene: Scene) =>
    scene.write((tx) => tx.em.execute<{ subject: string; purpose: string }[]>('select subject, purpose from read_record where tenant_id = ? order by at, id', [tx.tenant.id]));

  async function room() {
    const scene = await world.scene();
    const made = await lessonRoom(world, scene);
    const [one, two] = made.children;
    if (!one || !two) throw new Error('Nobody is enrolled.');
    await made.teacher.do(mark, { input: { lesson: made.lesson, marks: [{ enrolment: one.enrolment, mark: 'PRESENT' }, { enrolment: two.enrolment, mark: 'ABSENT' }] } });
    return { ...made, one, two };
  }

  it('of enrolments ask what for, show no more than the screen for that, and are told to the guardian', async () => {
    const { scene, secretary, term, one, two, enrol, parent } = await room();
    const other = await world.scene();
    const filter = JSON.stringify({ term });
    const status = async (caller: Pick<Caller, 'token'>, query: Record<string, string>) => {
      const answer = await download(scene, caller, 'enrolments', query);
      return [answer.statusCode, answer.statusCode === 200 ? '' : answer.json().code];
    };
    expect(await status(scene.anonymous, { purpose })).toEqual([401, 'SIGNED_OUT']);
    expect(await status(await other.as('tenantAdministrator', other.units.district), { purpose })).toEqual([401, 'SIGNED_OUT']);
    expect(await status(one.guardian, { purpose })).toEqual([403, 'FORBIDDEN']);
    expect(await status(secretary, {})).toEqual([400, 'EXPORT_PURPOSE_REQUIRED']);
    expect(await status(secretary, { purpose: '' })).toEqual([400, 'EXPORT_PURPOSE_REQUIRED']);
    const [worker, sibling] = [await scene.as('gridWorker', scene.units.community), await scene.as('communitySecretary', scene.units.siblingCommunity)];
    expect(await rowsOf(await download(scene, sibling, 'enrolments', { purpose }))).toEqual([]);
    const masked = await rowsOf(await download(scene, worker, 'enrolments', { filter, purpose }));
    expect(masked).toHaveLength(2);
    for (const row of masked) expect(row).not.toHaveProperty('学员姓名');
    expect(await readings(scene)).toEqual([]);

    const formula = await enrol(await parent(), { learnerName: '=HYPERLINK("http://x","小明")' });
    await two.guardian.do(withdrawConsent, { input: { id: two.enrolment } });
    const rows = await rowsOf(await download(scene, secretary, 'enrolments', { filter, purpose }));
    expect(rows).toMatchObject([
      { 报名日期: '2026-05-19', 课程: '书法', 班期: '秋季班', 学员姓名: '韩小宝', 出生年份: 2016, 未成年: '是', 监护人姓名: '韩某', 状态: '已确认', 到课次数: 1, 学时: 1.5, 系统编号: one.enrolment },
      { 状态: '已退出', 系统编号: two.enrolment },
      { 学员姓名: '=HYPERLINK("http://x","小明")', 状态: '待家长确认补位', 系统编号: formula },
    ]);
    expect(rows[1]).not.toHaveProperty('学员姓名');
    expect(await readings(scene)).toEqual([{ subject: 'Enrolment', purpose }, { subject: 'Enrolment', purpose }]);
    expect(await one.guardian.do(disclosures, { of: [one.enrolment] })).toEqual({ disclosures: [{ purpose, times: 1, records: [one.enrolment], fields: ['learnerBirthYear', 'learnerName'] }] });

    const officer = await scene.as('organisationOfficer', scene.units.district);
    const { ledgerExports } = Object(await officer.do('{ ledgerExports(first: 1) { nodes { ledger label { zh } purpose rows } } }'));
    expect(ledgerExports.nodes).toEqual([{ ledger: 'enrolments', label: { zh: '报名表' }, purpose, rows: 3 }]);
    await world.server.kernel.sequencer.settled();
    const events = await scene.write((tx) => tx.em.execute(`select name, payload ->> 'purpose' as purpose from event where tenant_id = ? and name like 'export.%' order by sequence desc limit 2`, [tx.tenant.id]));
    expect(events).toEqual([{ name: 'export.finished', purpose }, { name: 'export.begun', purpose }]);
    expect((await secretary.do('{ exportableLedgers(needsPurpose: true) }'))['exportableLedgers']).toEqual(['enrolments', 'attendances']);
    expect((await secretary.do('{ exportableLedgers(needsPurpose: false) }'))['exportableLedgers']).toContain('lessons');
  });

  it('of attendance are of a lesson or a term, and state their purpose as any request does', async () => {
    const { scene, secretary, lesson, term, one } = await room();
    const headers = { 'x-purpose': encodeURIComponent('上课点名') };
    expect((await download(scene, secretary, 'attendances')).json()).toMatchObject({ code: 'EXPORT_PURPOSE_REQUIRED' });
    for (const filter of [{ lesson }, { term }]) {
      expect(await rowsOf(await download(scene, secretary, 'attendances', { filter: JSON.stringify(filter) }, headers))).toMatchObject([
        { 上课日期: '2026-05-19', 上课时间: '16:30', 课程: '书法', 学员姓名: '韩小宝', 到课: '到', 点名方式: '名单点名' },
        { 学员姓名: '韩小贝', 到课: '缺席' },
      ]);
    }
    expect(await rowsOf(await download(scene, secretary, 'attendances', { filter: JSON.stringify({ term: one.enrolment }) }, headers))).toEqual([]);
    expect((await readings(scene)).map((each) => each.purpose)).toEqual(Array.from({ length: 4 }, () => '上课点名'));
  });

  it('of courses, terms and the timetable need no purpose', async () => {
    const { scene, secretary, project } = await room();
    const rows = async (ledger: string) => rowsOf(await download(scene, secretary, ledger, { filter: JSON.stringify({ project }) }));
    expect(await rows('courses')).toMatchObject([{ 课程: '书法', 面向: '未成年人' }]);
    expect(await rows('terms')).toMatchObject([{ 课程: '书法', 班期: '秋季班', 每周: '周二', 几点上课: '16:30', 名额: 2, 已占名额: 2, 状态: '报名中' }]);
    expect(await rows('lessons')).toMatchObject([{ 日期: '2026-05-19', 上课: '16:30', 下课: '18:00', 课程: '书法', 第几次课: 1 }]);
  });
});
