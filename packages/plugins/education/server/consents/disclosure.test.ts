import { type Caller, type Scene, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classroom, educationWorld } from '../testkit/classroom.js';

const disclosures = `query ($of: [ID!]!) { disclosures(of: $of) { reader isInEmergency roles { zh } units purpose at times records fields } }`;

describe('who looked at a child’s data', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  const look = (scene: Scene, by: Caller, id: string, purpose: string) =>
    world.server.http.inject({
      method: 'POST', url: `/t/${scene.tenant.slug}/graphql`,
      payload: { query: `query ($id: ID!) { enrolment(id: $id) { learnerName learnerBirthYear } }`, variables: { id } },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${by.token}`, 'x-purpose': encodeURIComponent(purpose) },
    });

  it('is told to the guardian, by day and purpose, and to nobody else', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { enrol, parent, secretary } = await classroom(scene);
    const guardian = await parent();
    const neighbour = await parent('邻居');
    const [id, theirs] = [await enrol(guardian), await enrol(neighbour, { learnerName: '小明' })];
    expect(await guardian.do(disclosures, { of: [id] })).toEqual({ disclosures: [] });
    await look(scene, secretary, id, '上课点名');
    world.server.clock.set(new Date('2026-05-19T03:00:00.000Z'));
    await look(scene, secretary, id, '上课点名');
    await look(scene, secretary, theirs, '联系家长');
    const lead = await scene.as('projectLead', scene.units.community, '沈负责');
    await look(scene, lead, id, '核对报名资格');
    await look(scene, guardian, id, '自己看');
    await look(scene, await scene.as('gridWorker', scene.units.community), id, '看不到');
    expect(await guardian.do(disclosures, { of: [id, theirs] })).toEqual({
      disclosures: expect.arrayContaining([
        { reader: '某communitySecretary', isInEmergency: false, roles: [{ zh: '社区书记' }], units: [expect.any(String)], purpose: '上课点名', at: '2026-05-19T03:00:00.000Z', times: 2, records: [id], fields: ['learnerBirthYear', 'learnerName'] },
        { reader: '沈负责', isInEmergency: false, roles: [{ zh: '项目负责人' }], units: [expect.any(String)], purpose: '核对报名资格', at: '2026-05-19T03:00:00.000Z', times: 1, records: [id], fields: ['learnerBirthYear', 'learnerName'] },
      ]),
    });
    expect(Object(await guardian.do(disclosures, { of: [id, theirs] })).disclosures).toHaveLength(2);
    for (const nobody of [scene.anonymous, secretary, neighbour, other.anonymous, await other.as('tenantAdministrator', other.units.district)]) {
      expect(await nobody.do(disclosures, { of: [id] })).toEqual({ disclosures: [] });
    }
    expect(await guardian.do(disclosures, { of: ['x', 'wish_01h2xcejqtf2nbrexx3vqjhp41', 'enrolment_01h2xcejqtf2nbrexx3vqjhp41'] })).toEqual({ disclosures: [] });
    expect((await guardian.ask(disclosures, { of: Array.from({ length: 201 }, () => id) })).errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('is told to have been in an emergency, and shown to who reviews that', async () => {
    const scene = await world.scene();
    const { enrol, parent, secretary } = await classroom(scene);
    const guardian = await parent();
    const id = await enrol(guardian);
    const officer = await scene.as('subDistrictOfficer', scene.units.street, '方建国');
    const seen = async (purpose: string): Promise<unknown> => (await look(scene, officer, id, purpose)).json().data.enrolment.learnerName;
    expect(await seen('孩子没人接')).toBeNull();
    const [{ id: assignment }] = Object(await secretary.do('{ viewer { roles { id } } }')).viewer.roles;
    const opened = await officer.do('mutation ($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { emergencyAccess { id } } }', { input: { assignment, reason: '孩子没人接，书记的电话打不通。', hours: 1 } });
    const emergency: string = Object(opened).openEmergencyAccess.emergencyAccess.id;
    expect(await seen('孩子没人接，联系家长')).toBe('韩小宝');
    world.server.clock.advance(3_600_000);
    expect(await seen('再看一眼')).toBeNull();
    expect(await guardian.do(disclosures, { of: [id] })).toMatchObject({ disclosures: [{ reader: '方建国', isInEmergency: true, purpose: '孩子没人接，联系家长' }] });
    const reviewer = await scene.as('organisationOfficer', scene.units.district);
    const { emergencyAccess } = Object(await reviewer.do('query ($id: ID!) { emergencyAccess(id: $id) { isReviewable readings { purpose fields record { id } } } }', { id: emergency }));
    expect(emergencyAccess).toEqual({ isReviewable: true, readings: [{ purpose: '孩子没人接，联系家长', fields: ['learnerBirthYear', 'learnerName'], record: { id } }] });
  });
});
