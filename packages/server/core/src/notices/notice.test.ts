import { withClient } from '@weixiang/kernel/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verdict, World } from '../testkit/index.js';
import { beginning, noticeHash } from './notice.rules.js';

const publish = `mutation ($input: PublishNoticeInput!) { publishNotice(input: $input) { notice { id number title previousHash hash orgUnit { id } project { id } corrects { number } } refusals { code field } } }`;
const chain = `{ noticeChain { length head intact brokenAt } }`;
const series = `{ notices { nodes { id number title body kind publishedAt previousHash hash orgUnit { id } project { id } corrects { id } } } }`;

const words = { title: '第一期招募令', body: '招募手工坊的合作单位。', kind: '招募令' };

describe('notices', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('are published by who may at the unit that speaks, and read by everybody', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const input = { ...words, orgUnit: units.community.id };
    expect(verdict(await scene.anonymous.ask(publish, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.district)).ask(publish, { input }))).toBe('NOT_FOUND orgUnit');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(publish, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('gridWorker', units.community)).ask(publish, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(publish, { input: words }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(publish, { input: { ...input, body: ' ' } }))).toBe('REQUIRED body');
    const { data } = await secretary.ask(publish, { input });
    expect(data).toMatchObject({ publishNotice: { notice: { number: 1, previousHash: beginning, orgUnit: { id: units.community.id } }, refusals: [] } });
    const { id, hash } = Object(data).publishNotice.notice;
    const correction = await secretary.ask(publish, { input: { ...input, title: '更正', corrects: id } });
    expect(correction.data).toMatchObject({ publishNotice: { notice: { number: 2, previousHash: hash, corrects: { number: 1 } } } });
    expect((await scene.anonymous.ask(`{ notices { totalCount } notice(id: "${id}") { title } }`)).data).toEqual({ notices: { totalCount: 2 }, notice: { title: words.title } });
  });

  it('speak of no project, and correct no notice, of somebody else', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const officer = await scene.as('organisationOfficer', units.district);
    const secretary = await scene.as('communitySecretary', units.siblingCommunity);
    const made = await officer.do('mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } refusals { code } } }', {
      input: { type: 'general', name: '手工坊', orgUnit: units.community.id },
    });
    const project: string = Object(made).createProject.project.id;
    await officer.do('mutation ($input: PublishProjectInput!) { publishProject(input: $input) { refusals { code } } }', { input: { id: project } });
    const { id } = Object(await officer.do(publish, { input: words })).publishNotice.notice;
    const own = { ...words, orgUnit: units.siblingCommunity.id };
    expect(verdict(await secretary.ask(publish, { input: { ...own, project } }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(publish, { input: { ...own, corrects: id } }))).toBe('FORBIDDEN');
    const here = await scene.as('communitySecretary', units.community);
    expect(verdict(await here.ask(publish, { input: { ...words, project } }))).toBe('done');
    expect(verdict(await officer.ask(publish, { input: { ...words, corrects: id } }))).toBe('done');
  });

  it('follow one another when many are published at once', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => officer.ask(publish, { input: { ...words, title: `第${at + 1}期` } })));
    expect(answers.map(verdict)).toEqual(answers.map(() => 'done'));
    const numbers = answers.map(({ data }) => Object(data).publishNotice.notice.number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await scene.anonymous.ask(chain)).data).toMatchObject({ noticeChain: { length: 8, intact: true, brokenAt: null } });
  });

  it('can be recomputed by anybody from what the API shows', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    await officer.do(publish, { input: words });
    await officer.do(publish, { input: { ...words, orgUnit: scene.units.street.id } });
    const { data } = await scene.anonymous.ask(series);
    const [second, first] = Object(data).notices.nodes;
    const uuid = scene.units.street.uuid;
    expect(first.hash).toBe(noticeHash(beginning, { ...first, publishedAt: new Date(first.publishedAt), orgUnitId: null, correctsId: null }));
    expect(second.hash).toBe(noticeHash(first.hash, { ...second, publishedAt: new Date(second.publishedAt), orgUnitId: uuid, correctsId: null }));
    expect((await scene.anonymous.ask(chain)).data).toEqual({ noticeChain: { length: 2, head: second.hash, intact: true, brokenAt: null } });
  });

  it('cannot be changed or removed by the application, and show it when the database’s owner did', async () => {
    const scene = await world.scene();
    const { database } = world.server;
    const officer = await scene.as('organisationOfficer', scene.units.district);
    for (const title of ['甲', '乙', '丙']) await officer.do(publish, { input: { ...words, title } });
    const inTenant = `set app.tenant_id = '${scene.tenant.id}'`;
    await withClient(database.databaseUrl, async (client) => {
      await client.query(inTenant);
      await expect(client.query(`update notice set title = '丁' where number = 2`)).rejects.toThrow('permission denied');
      await expect(client.query(`delete from notice where number = 3`)).rejects.toThrow('permission denied');
    });
    const ask = async (): Promise<unknown> => Object((await scene.anonymous.ask(chain)).data).noticeChain;
    await withClient(database.databaseOwnerUrl, async (client) => {
      await client.query(inTenant);
      await client.query(`update notice set title = '丁' where number = 2`);
      expect(await ask()).toMatchObject({ length: 3, intact: false, brokenAt: 2 });
      await client.query(`update notice set title = '乙' where number = 2`);
      expect(await ask()).toMatchObject({ intact: true });
      await client.query(`delete from notice where number = 3`);
      expect(await ask()).toMatchObject({ intact: false, brokenAt: 3 });
    });
  });

  it('name the project that they are about only when its publisher may see it', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const { createProject } = await secretary.do(`mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }`, {
      input: { type: 'general', name: '手工坊', orgUnit: units.community.id },
    });
    const { id } = Object(createProject).project;
    const sibling = await scene.as('communitySecretary', units.siblingCommunity);
    expect(verdict(await sibling.ask(publish, { input: { ...words, project: id } }))).toBe('NOT_FOUND project');
    expect((await secretary.ask(publish, { input: { ...words, project: id } })).data).toMatchObject({ publishNotice: { notice: { project: { id }, orgUnit: { id: units.community.id } } } });
    expect((await scene.anonymous.ask(series)).data).toMatchObject({ notices: { nodes: [{ project: null }] } });
  });
});
