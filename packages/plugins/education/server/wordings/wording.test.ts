import { verdict, type World } from '@weixiang/core/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classroom, educationWorld, giveConsent, yes } from '../testkit/classroom.js';

const publish = `mutation ($input: PublishConsentWordingInput!) { publishConsentWording(input: $input) { consentWording { number words purpose } refusals { code field } } }`;
const read = `query ($id: ID!) { enrolment(id: $id) { isLocked needsConsentAgain consent { wordingNumber words } } }`;
const renewed = { purpose: '“{course}”的报名、点名和接送', words: '我是监护人，我同意为“{course}”留存这些信息，包括接送人。' };

describe('the wording of the consent', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  it('is renewed by who answers for the whole tenant, and read by everybody', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units } = scene;
    expect(verdict(await scene.anonymous.ask(publish, { input: renewed }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('communitySecretary', units.community)).ask(publish, { input: renewed }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('organisationOfficer', units.community)).ask(publish, { input: renewed }))).toBe('FORBIDDEN');
    const officer = await scene.as('organisationOfficer', units.district);
    expect(verdict(await officer.ask(publish, { input: { ...renewed, words: ' ' } }))).toBe('REQUIRED words');
    expect((await officer.ask(publish, { input: renewed })).data).toMatchObject({ publishConsentWording: { consentWording: { number: 2, ...renewed }, refusals: [] } });
    const list = `{ consentWordings(first: 1) { nodes { number words publishedBy { name } } } }`;
    expect(await scene.anonymous.do(list)).toMatchObject({ consentWordings: { nodes: [{ number: 2, words: renewed.words, publishedBy: null }] } });
    expect(await other.anonymous.do(list)).toEqual({ consentWordings: { nodes: [] } });
  });

  it('asks guardians again once it is renewed, and keeps what they agreed to before', async () => {
    const scene = await world.scene();
    const { enrol, parent } = await classroom(scene);
    const guardian = await parent();
    const id = await enrol(guardian);
    expect(await guardian.do(read, { id })).toEqual({ enrolment: { isLocked: false, needsConsentAgain: false, consent: { wordingNumber: 1, words: yes.words } } });
    expect(verdict(await guardian.ask(giveConsent, { input: { id, purpose: yes.purpose, words: yes.words } }))).toBe('CONSENT_GIVEN_ALREADY');
    const officer = await scene.as('organisationOfficer', scene.units.district);
    await officer.do(publish, { input: renewed });
    expect(await guardian.do(read, { id })).toMatchObject({ enrolment: { isLocked: false, needsConsentAgain: true } });
    const again = { id, purpose: renewed.purpose, words: renewed.words };
    expect(verdict(await guardian.ask(giveConsent, { input: { ...again, wordingNumber: 1 } }))).toBe('CONSENT_WORDING_RENEWED words');
    expect(verdict(await guardian.ask(giveConsent, { input: { ...again, wordingNumber: 2 } }))).toBe('done');
    expect(await guardian.do(read, { id })).toMatchObject({ enrolment: { needsConsentAgain: false, consent: { wordingNumber: 2, words: renewed.words } } });
    expect(await scene.write((tx) => tx.em.execute('select wording_number, withdrawn_at from guardian_consent where tenant_id = ? order by id', [scene.tenant.id]))).toMatchObject([
      { wording_number: 1, withdrawn_at: null },
      { wording_number: 2, withdrawn_at: null },
    ]);
  });

  it('renewed twice at once is two versions', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const answers = await Promise.all([1, 2].map(() => officer.ask(publish, { input: renewed })));
    expect(answers.map(({ data }) => Object(data).publishConsentWording.consentWording.number).toSorted()).toEqual([2, 3]);
  });
});
