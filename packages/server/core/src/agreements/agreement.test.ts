import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scene, verdict, World } from '../testkit/index.js';

const record = `mutation ($input: RecordAgreementInput!) { recordAgreement(input: $input) { agreement { id signedOn content frequency people venue standard source partner { name } project { id partner { name } } orgUnit { id } } refusals { code field } } }`;

async function begin(scene: Scene) {
  const { units } = scene;
  const officer = await scene.as('organisationOfficer', units.district);
  const secretary = await scene.as('communitySecretary', units.community);
  const { admitPartner } = await officer.do(`mutation { admitPartner(input: { name: "某公益发展中心" }) { partner { id } } }`);
  const { createProject } = await secretary.do(`mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }`, {
    input: { type: 'general', name: '手工坊', orgUnit: units.community.id },
  });
  return { units, officer, secretary, partner: String(Object(admitPartner).partner.id), project: String(Object(createProject).project.id) };
}

describe('agreements', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('are recorded where who records may, with a partner that takes part, not before they are signed', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units, officer, secretary, partner, project } = await begin(scene);
    const input = { project, partner, signedOn: '2026-05-01', content: '剪纸', frequency: '每周一次', people: '10人', venue: '学校教室', standard: '满意度不低于90%' };
    expect(verdict(await scene.anonymous.ask(record, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await other.as('communitySecretary', other.units.district)).ask(record, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await scene.as('communitySecretary', units.siblingCommunity)).ask(record, { input }))).toBe('NOT_FOUND project');
    expect(verdict(await (await scene.as('gridWorker', units.community)).ask(record, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(record, { input: { ...input, partner: null } }))).toBe('AGREEMENT_NEEDS_PARTNER partner');
    expect(verdict(await secretary.ask(record, { input: { ...input, signedOn: '2026-05-20' } }))).toBe('DATE_IN_FUTURE signedOn');
    expect((await secretary.ask(record, { input })).data).toMatchObject({
      recordAgreement: {
        agreement: {
          signedOn: '2026-05-01', content: '剪纸', frequency: '每周一次', people: '10人', venue: '学校教室', standard: '满意度不低于90%', source: 'ENTERED',
          partner: { name: '某公益发展中心' }, project: { id: project, partner: { name: '某公益发展中心' } }, orgUnit: { id: units.community.id },
        },
        refusals: [],
      },
    });
    await officer.do(`mutation ($input: StepPartnerInput!) { stepPartner(input: $input) { partner { id } refusals { code } } }`, { input: { id: partner, step: 'remove', words: '不合格' } });
    expect(verdict(await secretary.ask(record, { input }))).toBe('PARTNER_REMOVED partner');
  });

  it('are read by staff of the subtree and by nobody without an account', async () => {
    const scene = await world.scene();
    const { units, secretary, partner, project } = await begin(scene);
    await secretary.do(record, { input: { project, partner, signedOn: '2026-05-01' } });
    const count = `{ agreements { totalCount } }`;
    expect((await scene.anonymous.ask(count)).data).toEqual({ agreements: { totalCount: 0 } });
    expect((await (await scene.as('communitySecretary', units.siblingCommunity)).ask(count)).data).toEqual({ agreements: { totalCount: 0 } });
    expect((await (await scene.as('auditor', units.street)).ask(count)).data).toEqual({ agreements: { totalCount: 1 } });
  });
});
