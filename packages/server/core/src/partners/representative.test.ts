import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scene, verdict, World } from '../testkit/index.js';

const appoint = `mutation ($input: AppointRepresentativeInput!) { appointRepresentative(input: $input) { assignment { id version role partner { id } until } refusals { code field } } }`;
const dismiss = `mutation ($input: DismissRepresentativeInput!) { dismissRepresentative(input: $input) { assignment { until } refusals { code field } } }`;
const record = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { activity { id } refusals { code field } } }`;
const viewer = `{ viewer { roles { role partner { id name } } } projects { nodes { name } } agreements { nodes { id } } partners { nodes { id contactPhone } } }`;

/** Two partners, each with a project that is not public, and a kind of activity. */
async function delivered(scene: Scene) {
  const { units, as } = scene;
  const officer = await as('organisationOfficer', units.district);
  const secretary = await as('communitySecretary', units.community);
  const admit = async (name: string) => String(Object(await officer.do('mutation ($input: AdmitPartnerInput!) { admitPartner(input: $input) { partner { id } } }', { input: { name, contactPhone: '19900004205' } })).admitPartner.partner.id);
  const plan = async (name: string, partner: string) =>
    String(Object(await secretary.do('mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }', { input: { type: 'general', name, orgUnit: units.community.id, partner } })).createProject.project.id);
  const [ours, theirs] = [await admit('我们的发展中心'), await admit('别家的发展中心')];
  const { nodes } = Object(await secretary.do('{ vocabulary(filter: { kind: ACTIVITY_KIND }, first: 1) { nodes { id } } }')).vocabulary;
  return { officer, secretary, ours, theirs, project: await plan('我们的项目', ours), other: await plan('别家的项目', theirs), kind: String(nodes[0].id) };
}

describe('representatives of partners', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('are appointed by who admits partners, once, while the partner takes part', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const { units, as, anonymous } = scene;
    const { officer, secretary, ours } = await delivered(scene);
    const person = await as('partnerRepresentative', units.community);
    const input = { partner: ours, person: person.personId };
    expect(verdict(await anonymous.ask(appoint, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('organisationOfficer', other.units.district)).ask(appoint, { input }))).toBe('NOT_FOUND partner');
    expect(verdict(await secretary.ask(appoint, { input }))).toBe('FORBIDDEN');
    expect(verdict(await officer.ask(appoint, { input: { ...input, until: '2026-05-18' } }))).toBe('DATES_REVERSED until');
    const { data } = await officer.ask(appoint, { input });
    expect(data).toMatchObject({ appointRepresentative: { assignment: { partner: { id: ours }, until: null }, refusals: [] } });
    expect(verdict(await officer.ask(appoint, { input }))).toBe('ALREADY_REPRESENTS person');
    const resident = await as('resident', units.grid);
    expect(verdict(await officer.ask(appoint, { input: { ...input, person: resident.personId } }))).toBe('done');
    const removed = Object(await officer.do('mutation { admitPartner(input: { name: "清退的单位" }) { partner { id version } } }')).admitPartner.partner;
    await officer.do('mutation ($input: StepPartnerInput!) { stepPartner(input: $input) { refusals { code } } }', { input: { ...removed, step: 'remove', words: '多次失约' } });
    expect(verdict(await officer.ask(appoint, { input: { ...input, partner: removed.id } }))).toBe('PARTNER_GONE partner');
  });

  it('see their partner’s projects and no other’s, and record what it delivers', async () => {
    const scene = await world.scene();
    const { officer, ours, theirs, project, other, kind } = await delivered(scene);
    const person = await scene.as('partnerRepresentative', scene.units.siblingCommunity);
    const activity = (of: string) => ({ input: { project: of, kind, date: '2026-05-18', visits: 12 } });
    expect(Object(await person.do(viewer)).projects.nodes).toEqual([]);
    expect(verdict(await person.ask(record, activity(project)))).toBe('NOT_FOUND project');

    await officer.do(appoint, { input: { partner: ours, person: person.personId } });
    const seen = Object(await person.do(viewer));
    expect(seen).toMatchObject({ viewer: { roles: [{ partner: { id: ours, name: '我们的发展中心' } }] }, projects: { nodes: [{ name: '我们的项目' }] } });
    const phones = new Map(seen.partners.nodes.map(({ id, contactPhone }: { id: string; contactPhone: string | null }) => [id, contactPhone]));
    expect(phones.get(ours)).toBe('19900004205');
    expect(phones.get(theirs) ?? null).toBeNull();
    expect(verdict(await person.ask(record, activity(project)))).toBe('done');
    expect(verdict(await person.ask(record, activity(other)))).toBe('NOT_FOUND project');
  });

  it('speak for a partner as long as it takes part', async () => {
    const scene = await world.scene();
    const { officer, ours } = await delivered(scene);
    const person = await scene.as('partnerRepresentative', scene.units.community);
    await officer.do(appoint, { input: { partner: ours, person: person.personId } });
    const shown = [];
    for (const step of [null, 'remove', 'readmit']) {
      if (step) await officer.do('mutation ($input: StepPartnerInput!) { stepPartner(input: $input) { refusals { code } } }', { input: { id: ours, step, words: '多次失约' } });
      shown.push(Object(await person.do(viewer)).projects.nodes.length);
    }
    expect(shown).toEqual([1, 0, 1]);
  });

  it('speak for nobody from the request after they are dismissed', async () => {
    const scene = await world.scene();
    const { officer, secretary, ours } = await delivered(scene);
    const person = await scene.as('partnerRepresentative', scene.units.community);
    const { assignment } = Object(await officer.do(appoint, { input: { partner: ours, person: person.personId } })).appointRepresentative;
    const input = { id: assignment.id, version: assignment.version };
    expect(verdict(await person.ask(dismiss, { input }))).toBe('FORBIDDEN');
    expect(verdict(await secretary.ask(dismiss, { input }))).toBe('FORBIDDEN');
    expect(Object(await person.do(viewer)).projects.nodes).toHaveLength(1);
    expect(verdict(await officer.ask(dismiss, { input: { ...input, version: 99 } }))).toBe('CHANGED_MEANWHILE version');
    expect((await officer.ask(dismiss, { input })).data).toMatchObject({ dismissRepresentative: { assignment: { until: '2026-05-18' }, refusals: [] } });
    expect(Object(await person.do(viewer)).projects.nodes).toEqual([]);
  });

  it('speak for nobody while their partner is removed', async () => {
    const scene = await world.scene();
    const { units, as } = scene;
    const { officer, ours, project, kind } = await delivered(scene);
    const person = await as('partnerRepresentative', units.community);
    expect(verdict(await officer.ask(appoint, { input: { partner: ours, person: person.personId } }))).toBe('done');
    const input = { project, kind, date: '2026-05-19', visits: 3 };
    expect(verdict(await person.ask(record, { input }))).toBe('done');
    const step = (name: string) => officer.ask('mutation ($input: StepPartnerInput!) { stepPartner(input: $input) { refusals { code } } }', { input: { id: ours, step: name, words: '多次失约' } });
    expect(verdict(await step('remove'))).toBe('done');
    expect(verdict(await person.ask(record, { input }))).toBe('NOT_FOUND project');
    expect(await person.do(viewer)).toMatchObject({ projects: { nodes: [] }, agreements: { nodes: [] } });
  });
});
