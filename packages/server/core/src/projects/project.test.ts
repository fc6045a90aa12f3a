import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Scene, verdict, World } from '../testkit/index.js';

const create = `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { __typename id version type typeName typeLabel { zh } state isPublic leadName lead { id } workflow { name version } demands { nodes { id state } } } refusals { code field } } }`;
const edit = `mutation ($input: EditProjectInput!) { editProject(input: $input) { project { version name plan } refusals { code field } } }`;
const step = `mutation ($input: StepProjectInput!) { stepProject(input: $input) { project { id version state isPublic startsOn endsOn } refusals { code field message } } }`;
const publish = `mutation ($input: PublishProjectInput!) { publishProject(input: $input) { project { isPublic } refusals { code field } } }`;
const agree = `mutation ($input: RecordAgreementInput!) { recordAgreement(input: $input) { agreement { id } refusals { code field } } }`;
const rate = `mutation ($input: RecordEvaluationRoundInput!) { recordEvaluationRound(input: $input) { evaluationRound { id grade } refusals { code field } } }`;
const read = `query ($id: ID!) { project(id: $id) { name state availableSteps { name allowed reason to } } }`;

/** A project of the community, planned by its secretary. */
async function plan({ units }: Scene, by: Caller, more: Record<string, unknown> = {}): Promise<string> {
  const data = await by.do(create, { input: { type: 'general', name: '光明社区手工坊', orgUnit: units.community.id, ...more } });
  return Object(data).createProject.project.id;
}

async function admitted(scene: Scene): Promise<string> {
  const officer = await scene.as('organisationOfficer', scene.units.district);
  const data = await officer.do(`mutation { admitPartner(input: { name: "某公益发展中心" }) { partner { id } } }`);
  return Object(data).admitPartner.partner.id;
}

describe('projects', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('are planned where the planner may, of any type, and kept plain when nobody provides the type', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const input = { type: 'rainwater', name: '雨水花园', orgUnit: units.community.id, leadName: '某负责人' };
    const secretary = await scene.as('communitySecretary', units.community);
    expect(verdict(await scene.anonymous.ask(create, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('communitySecretary', other.units.community)).ask(create, { input }))).toBe('NOT_FOUND orgUnit');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(create, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('gridWorker', units.grid)).ask(create, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(create, { input: { ...input, name: '' } }))).toBe('REQUIRED name');
    expect(verdict(await secretary.ask(create, { input: { ...input, startsOn: '2026-05-02', endsOn: '2026-05-01' } }))).toBe('DATES_REVERSED endsOn');
    expect(verdict(await secretary.ask(create, { input: { ...input, demands: [units.grid.id] } }))).toBe('NOT_FOUND demands');
    expect(verdict(await secretary.ask(create, { input: { ...input, code: 'QC-1' } }))).toBe('done');
    expect(verdict(await secretary.ask(create, { input: { ...input, code: 'QC-1' } }))).toBe('PROJECT_CODE_TAKEN code');
    expect((await secretary.ask(create, { input })).data).toMatchObject({
      createProject: {
        project: { __typename: 'PlainProject', type: 'rainwater', typeName: 'rainwater', typeLabel: { zh: 'rainwater' }, state: 'DRAFT', isPublic: false, leadName: '某负责人', workflow: { name: 'project.life', version: 1 } },
        refusals: [],
      },
    });
  });

  it('answer demands, which are then the project’s', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const opened = await secretary.do(`mutation ($input: CreateDemandInput!) { createDemand(input: $input) { demand { id } refusals { code field message } } }`, {
      input: { title: '想学手工', orgUnit: scene.units.community.id },
    });
    const demand = Object(opened).createDemand.demand.id;
    const { data } = await secretary.ask(create, { input: { type: 'general', name: '手工坊', orgUnit: scene.units.community.id, demands: [demand] } });
    expect(data).toMatchObject({ createProject: { project: { demands: { nodes: [{ id: demand, state: 'IN_PROJECT' }] } }, refusals: [] } });
  });

  it('are edited by planners and by their own lead, from the version they saw', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const lead = await scene.as('projectLead', units.community);
    const id = await plan(scene, secretary, { lead: lead.personId });
    const input = { id, version: 1, plan: '每周一次' };
    expect(verdict(await scene.anonymous.ask(edit, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.district)).ask(edit, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(edit, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('supervisor', units.community)).ask(edit, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('projectLead', units.community)).ask(edit, { input }))).toBe('FORBIDDEN');
    expect((await lead.ask(edit, { input })).data).toMatchObject({ editProject: { project: { version: 2, plan: '每周一次' } } });
    expect(verdict(await secretary.ask(edit, { input: { ...input, name: '新名' } }))).toBe('CHANGED_MEANWHILE version');
    expect((await secretary.ask(edit, { input: { id, version: 2, name: '新名' } })).data).toMatchObject({ editProject: { project: { name: '新名', plan: '每周一次' } } });
  });

  it('are shown to everybody once they are published', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const id = await plan(scene, secretary);
    expect((await scene.anonymous.ask(read, { id })).data).toEqual({ project: null });
    expect(verdict(await scene.anonymous.ask(publish, { input: { id } }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.district)).ask(publish, { input: { id } }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(publish, { input: { id } }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('gridWorker', units.community)).ask(publish, { input: { id } }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(publish, { input: { id } }))).toBe('done');
    expect(verdict(await secretary.ask(publish, { input: { id } }))).toBe('PROJECT_PUBLIC id');
    expect((await scene.anonymous.ask(read, { id })).data).toMatchObject({ project: { name: '光明社区手工坊' } });
    expect(verdict(await scene.anonymous.ask(publish, { input: { id } }))).toBe('FORBIDDEN');
  });

  it('live from plan to brand, each step by who may and only when its conditions hold', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const street = await scene.as('subDistrictOfficer', units.street);
    const lead = await scene.as('projectLead', units.community);
    const id = await plan(scene, secretary, { lead: lead.personId });
    const take = async (by: Caller, name: string, words?: string) => verdict(await by.ask(step, { input: { id, step: name, words } }));

    expect(await take(secretary, 'approve')).toBe('STEP_NOT_FROM_HERE');
    expect(await take(secretary, 'fly')).toBe('STEP_UNKNOWN');
    expect(await take(lead, 'submit')).toBe('done');
    expect(await take(secretary, 'approve')).toBe('STEP_FORBIDDEN');
    expect(await take(street, 'sendBack')).toBe('STEP_INPUT_REQUIRED words');
    expect(await take(street, 'approve')).toBe('done');
    expect(await take(secretary, 'agree')).toBe('STEP_GUARDED');
    expect((await secretary.ask(read, { id })).data).toMatchObject({
      project: { state: 'RESOURCING', availableSteps: [{ name: 'agree', allowed: false, reason: '还没有登记合作协议', to: 'AGREED' }] },
    });
    await secretary.do(agree, { input: { project: id, partner: await admitted(scene), signedOn: '2026-05-01' } });
    expect(await take(secretary, 'agree')).toBe('done');
    expect((await secretary.ask(step, { input: { id, step: 'start' } })).data).toMatchObject({ stepProject: { project: { state: 'RUNNING', isPublic: true, startsOn: '2026-05-19' } } });
    expect(await take(lead, 'pause', '老师请假')).toBe('done');
    expect(await take(lead, 'resume')).toBe('done');
    expect(await take(lead, 'finish')).toBe('done');
    expect(await take(lead, 'close', '通过')).toBe('STEP_FORBIDDEN');
    expect((await street.ask(step, { input: { id, step: 'close', words: '通过' } })).data).toMatchObject({ stepProject: { project: { state: 'CLOSED', endsOn: '2026-05-19' } } });
    expect(await take(street, 'honour', '效果突出')).toBe('done');
    expect((await secretary.ask(read, { id })).data).toMatchObject({ project: { state: 'BRAND', availableSteps: [] } });
    expect(verdict(await secretary.ask(edit, { input: { id, name: '改名' } }))).toBe('PROJECT_OVER id');
  });

  it('are corrected after a fail and terminated only after failing again', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const street = await scene.as('subDistrictOfficer', units.street);
    const id = await plan(scene, secretary);
    const take = async (by: Caller, name: string, words = '说明') => verdict(await by.ask(step, { input: { id, step: name, words } }));
    const fail = (month: string) => secretary.do(rate, { input: { project: id, month, excellent: 1, good: 0, pass: 0, fail: 9 } });
    await take(secretary, 'submit');
    await take(street, 'approve');
    await secretary.do(agree, { input: { project: id, partner: await admitted(scene), signedOn: '2026-05-01' } });
    await take(secretary, 'agree');
    await take(secretary, 'start');

    expect(await take(secretary, 'correct')).toBe('STEP_GUARDED');
    await fail('2025-12');
    expect(await take(secretary, 'correct')).toBe('STEP_GUARDED');
    await fail('2026-03');
    expect(await take(secretary, 'correct')).toBe('done');
    expect((await street.ask(read, { id })).data).toMatchObject({ project: { availableSteps: [{ name: 'acceptCorrection', allowed: true }, { name: 'terminate', allowed: true }] } });
    expect(await take(secretary, 'terminate')).toBe('STEP_FORBIDDEN');
    expect(await take(street, 'terminate')).toBe('done');
  });

  it('answer their demands when they close, and give them back when they are terminated', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const street = await scene.as('subDistrictOfficer', units.street);
    const resident = await scene.as('resident', units.grid);
    const take = async (id: unknown, by: Caller, name: string) => expect([name, verdict(await by.ask(step, { input: { id, step: name, words: '说明' } }))]).toEqual([name, 'done']);
    const wishIn = async (input: Record<string, unknown>) => {
      const { makeWish } = Object(await resident.do('mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } } }', { input: { orgUnit: units.grid.id, words: '想要课堂', channel: 'ONLINE_HOME' } }));
      const { acceptWish } = Object(await secretary.do('mutation ($input: AcceptWishInput!) { acceptWish(input: $input) { wish { id demand { id } } } }', { input: { id: makeWish.wish.id, words: '收到了。', ...input } }));
      return { id: acceptWish.wish.id, demand: acceptWish.wish.demand.id };
    };
    const seen = async (id: string) => Object(await resident.do('query ($id: ID!) { wish(id: $id) { state unlistedReason project { id } demand { state project { id } } lastAnswer { words } } }', { id })).wish;
    const begin = async (demand: string) => {
      const id = await plan(scene, secretary, { demands: [demand] });
      await take(id, secretary, 'submit');
      await take(id, street, 'approve');
      await secretary.do(agree, { input: { project: id, partner: await admitted(scene), signedOn: '2026-05-01' } });
      await take(id, secretary, 'agree');
      await take(id, secretary, 'start');
      return id;
    };

    const accepted = await wishIn({});
    const listed = await wishIn({ demand: accepted.demand });
    const done = await wishIn({ demand: accepted.demand });
    await secretary.do('mutation ($id: ID!) { listWish(input: { id: $id }) { refusals { code } } }', { id: listed.id });
    const poor = await begin(accepted.demand);
    await secretary.do('mutation ($id: ID!) { fulfilWish(input: { id: $id, words: "办成了" }) { refusals { code } } }', { id: done.id });
    for (const month of ['2026-02', '2026-03']) await secretary.do(rate, { input: { project: poor, month, excellent: 1, good: 0, pass: 0, fail: 9 } });
    await take(poor, secretary, 'correct');
    expect(await seen(accepted.id)).toMatchObject({ state: 'IN_PROJECT', demand: { state: 'IN_PROJECT' } });
    await take(poor, street, 'terminate');
    const free = { project: null, demand: { state: 'LISTED', project: null }, unlistedReason: null, lastAnswer: { words: expect.stringContaining('会另找项目') } };
    expect(await seen(accepted.id)).toMatchObject({ ...free, state: 'ACCEPTED' });
    expect(await seen(listed.id)).toMatchObject({ ...free, state: 'LISTED' });
    expect(await seen(done.id)).toMatchObject({ state: 'FULFILLED', project: { id: poor } });

    const good = await begin(accepted.demand);
    await take(good, secretary, 'finish');
    expect(await seen(accepted.id)).toMatchObject({ state: 'IN_PROJECT', project: { id: good } });
    await take(good, street, 'close');
    const answered = { state: 'FULFILLED', demand: { state: 'MET', project: { id: good } }, lastAnswer: { words: expect.stringContaining('已经结项') } };
    expect(await seen(accepted.id)).toMatchObject(answered);
    expect(await seen(listed.id)).toMatchObject(answered);
  });

  it('refuse a step to strangers, and to who may only look', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community);
    const id = await plan(scene, secretary);
    const input = { id, step: 'submit' };
    expect(verdict(await scene.anonymous.ask(step, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('communitySecretary', other.units.district)).ask(step, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(step, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('auditor', units.district)).ask(step, { input }))).toBe('FORBIDDEN');
    await secretary.do(publish, { input: { id } });
    expect(verdict(await scene.anonymous.ask(step, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(step, { input: { ...input, version: 1 } }))).toBe('CHANGED_MEANWHILE version');
    expect(verdict(await secretary.ask(step, { input: { ...input, version: 2 } }))).toBe('done');
  });

  it('are overseen by the department that names their type, in every community, and no others', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const officer = await scene.as('organisationOfficer', units.district);
    const department = await scene.as('departmentOfficer', units.department);
    const secretary = await scene.as('communitySecretary', units.community);
    const health = await plan(scene, secretary, { type: 'health' });
    const general = await plan(scene, secretary);
    expect((await department.ask(`{ projects { totalCount } }`)).data).toEqual({ projects: { totalCount: 0 } });
    const name = `mutation ($input: EditOrgUnitInput!) { editOrgUnit(input: $input) { orgUnit { oversees } refusals { code } } }`;
    const input = { id: units.department.id, oversees: ['health'] };
    expect(verdict(await secretary.ask(name, { input }))).toBe('FORBIDDEN');
    expect((await officer.ask(name, { input })).data).toMatchObject({ editOrgUnit: { orgUnit: { oversees: ['health'] } } });
    expect((await department.ask(`{ projects { nodes { id } } }`)).data).toEqual({ projects: { nodes: [{ id: health }] } });
    await secretary.do(step, { input: { id: health, step: 'submit' } });
    await secretary.do(step, { input: { id: general, step: 'submit' } });
    expect(verdict(await department.ask(step, { input: { id: general, step: 'approve' } }))).toBe('NOT_FOUND id');
    expect(verdict(await department.ask(step, { input: { id: health, step: 'approve' } }))).toBe('done');
  });

  it('are listed with everything about them in one statement, their steps in one more', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    for (const name of ['甲', '乙', '丙']) {
      const id = await plan(scene, secretary, { name });
      await secretary.do(step, { input: { id, step: 'submit' } });
      const street = await scene.as('subDistrictOfficer', scene.units.street);
      await street.do(step, { input: { id, step: 'approve' } });
    }
    const fields = `id name state orgUnit { name } partner { name } latestRound { grade } agreements { totalCount } activities { nodes { id } } demands { totalCount }`;
    await secretary.ask(`{ projects { nodes { ${fields} } } }`);
    await world.server.takeStatements();
    expect((await secretary.ask(`{ projects(filter: { state: [RESOURCING], search: "甲" }) { totalCount nodes { ${fields} } } }`)).data).toMatchObject({ projects: { totalCount: 1 } });
    const statements = await world.server.takeStatements();
    expect(statements).toHaveLength(2); // who asks, and the list
    expect(statements.at(-1)).toContain('"project"');
    const { data } = await secretary.ask(`{ projects { nodes { id availableSteps { name reason } } } }`);
    expect(Object(data).projects.nodes).toHaveLength(3);
    expect(await world.server.takeStatements()).toHaveLength(3); // one more: the guard, for all three at once
  });

  it('tell staff and their lead what happened to them, and nobody else', async () => {
    const scene = await world.scene();
    const { units } = scene;
    const secretary = await scene.as('communitySecretary', units.community, '孙春生');
    const id = await plan(scene, secretary);
    await secretary.do(edit, { input: { id, plan: '每周一次' } });
    await secretary.do(publish, { input: { id } });
    const history = `query ($id: ID!, $after: String) { project(id: $id) { history(first: 2, after: $after) { totalCount nodes { name at words changes actor { name } } pageInfo { hasNextPage endCursor } } } }`;
    const { data } = await secretary.ask(history, { id });
    expect(data).toMatchObject({
      project: { history: { totalCount: 3, nodes: [{ name: 'project.published', actor: { name: '孙春生' }, changes: { isPublic: [false, true] } }, { name: 'project.changed', changes: { plan: [null, '每周一次'] } }], pageInfo: { hasNextPage: true } } },
    });
    const after = Object(data).project.history.pageInfo.endCursor;
    expect((await secretary.ask(history, { id, after })).data).toMatchObject({ project: { history: { nodes: [{ name: 'project.created' }], pageInfo: { hasNextPage: false } } } });
    const auditor = await scene.as('auditor', units.district);
    expect((await auditor.ask(history, { id })).data).toMatchObject({ project: { history: { totalCount: 3 } } });
    for (const stranger of [scene.anonymous, await scene.as('communitySecretary', units.siblingCommunity)]) {
      expect((await stranger.ask(history, { id })).data).toMatchObject({ project: { history: { totalCount: 0, nodes: [] } } });
    }
  });

  it('name their types: those that plugins provide and the plain one', async () => {
    const scene = await world.scene();
    expect((await scene.anonymous.ask(`{ projectTypes { name label { zh } plugin } }`)).data).toEqual({ projectTypes: [{ name: 'general', label: { zh: '通用' }, plugin: null }] });
  });
});
