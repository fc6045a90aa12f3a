import { type Caller, type Scene, verdict, type World } from '@weixiang/core/testkit';
import { parseTypeId } from '@weixiang/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classroom, confirm, educationWorld, giveConsent, withdrawConsent, yes } from '../testkit/classroom.js';

const learner = `query ($id: ID!) { enrolment(id: $id) { state isLocked learnerName learnerBirthYear guardianName guardianPhone consent { isGiven } } }`;
const purpose = encodeURIComponent('联系家长');
const words = { purpose: yes.purpose, words: yes.words };

describe('a guardian’s consent', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  /** Reads an enrolment for a stated purpose. */
  async function readFor(scene: Scene, { token }: Caller, id: string): Promise<unknown> {
    const answer = await world.server.http.inject({
      method: 'POST',
      url: `/t/${scene.tenant.slug}/graphql`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-purpose': purpose },
      payload: JSON.stringify({ query: learner, variables: { id } }),
    });
    return Object(answer.json()).data.enrolment;
  }

  function readsOf(scene: Scene, id: string) {
    return scene.write((tx) => tx.em.execute<{ fields: string[] }[]>('select fields from read_record where tenant_id = ? and subject_id = ?', [scene.tenant.id, parseTypeId(id)?.uuid]));
  }

  it('is given by the guardian alone, and then a minor can be confirmed', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { secretary, enrol, parent } = await classroom(scene);
    const guardian = await parent();
    const id = await enrol(guardian, { learnerBirthYear: 2010, consent: null });
    const input = { id, ...words };
    expect(verdict(await scene.anonymous.ask(giveConsent, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('resident', other.units.grid)).ask(giveConsent, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(giveConsent, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await secretary.ask(giveConsent, { input }))).toBe('FORBIDDEN');
    expect(verdict(await guardian.ask(giveConsent, { input: { ...input, words: '' } }))).toBe('REQUIRED words');
    expect(verdict(await secretary.ask(confirm, { input: { id } }))).toBe('CONSENT_REQUIRED');
    expect((await guardian.ask(giveConsent, { input })).data).toMatchObject({ giveConsent: { enrolment: { isLocked: false, consent: { isGiven: true, words: yes.words } }, refusals: [] } });
    expect(verdict(await guardian.ask(giveConsent, { input }))).toBe('CONSENT_GIVEN_ALREADY');
    expect(verdict(await secretary.ask(confirm, { input: { id } }))).toBe('done');
  });

  it('is not asked of adults', async () => {
    const { enrol, parent } = await classroom(await world.scene(), { course: { audience: 'ALL' } });
    const adult = await parent();
    const id = await enrol(adult, { learnerBirthYear: 1980, consent: null });
    expect(verdict(await adult.ask(giveConsent, { input: { id, ...words } }))).toBe('CONSENT_NOT_NEEDED');
    expect(verdict(await adult.ask(withdrawConsent, { input: { id } }))).toBe('CONSENT_NOT_GIVEN');
  });

  it('opens the learner’s name to who runs the course for a stated purpose, and every such read is recorded', async () => {
    const scene = await world.scene();
    const { secretary, enrol, parent } = await classroom(scene);
    const guardian = await parent('韩某某');
    const id = await enrol(guardian, { guardianPhone: '19900007274' });
    expect(await secretary.do(learner, { id })).toMatchObject({ enrolment: { learnerName: null, learnerBirthYear: null, guardianName: '韩某某', guardianPhone: '19900007274' } });
    expect(await readsOf(scene, id)).toEqual([]);
    expect(await readFor(scene, secretary, id)).toMatchObject({ learnerName: '韩小宝', learnerBirthYear: 2016 });
    expect(await readsOf(scene, id)).toEqual([{ fields: ['learnerBirthYear', 'learnerName'] }]);
    const worker = await scene.as('gridWorker', scene.units.community);
    expect(await readFor(scene, worker, id)).toMatchObject({ learnerName: null, learnerBirthYear: null, guardianName: '**', guardianPhone: '****' });
  });

  it('locks everything when it is withdrawn, and ends the enrolment', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { secretary, enrol, parent } = await classroom(scene);
    const guardian = await parent('韩某某');
    const id = await enrol(guardian, { guardianPhone: '19900007274' });
    await secretary.do(confirm, { input: { id } });
    const input = { id };
    expect(verdict(await scene.anonymous.ask(withdrawConsent, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await other.as('resident', other.units.grid)).ask(withdrawConsent, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.siblingCommunity)).ask(withdrawConsent, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await secretary.ask(withdrawConsent, { input }))).toBe('FORBIDDEN');
    expect((await guardian.ask(withdrawConsent, { input })).data).toMatchObject({
      withdrawConsent: { enrolment: { state: 'WITHDRAWN', isLocked: true, learnerName: '韩小宝', consent: { isGiven: false, withdrawnAt: '2026-05-19T02:00:00.000Z' } }, refusals: [] },
    });
    const locked = { state: 'WITHDRAWN', isLocked: true, learnerName: null, learnerBirthYear: null, guardianName: '**', guardianPhone: '****' };
    expect(await readFor(scene, secretary, id)).toMatchObject(locked);
    expect(await readFor(scene, await scene.as('tenantAdministrator', scene.units.district), id)).toMatchObject(locked);
    expect(await readFor(scene, guardian, id)).toMatchObject({ learnerName: '韩小宝', learnerBirthYear: 2016, guardianPhone: '19900007274' });
    expect(await readsOf(scene, id)).toEqual([]);
    expect(verdict(await guardian.ask(withdrawConsent, { input }))).toBe('CONSENT_NOT_GIVEN');
    expect(verdict(await guardian.ask(giveConsent, { input: { id, ...words } }))).toBe('ENROLMENT_OVER id');
  });
});
