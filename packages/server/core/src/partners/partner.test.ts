import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCells, verdict, World } from '../testkit/index.js';
import { partnerImporter } from './partner.importer.js';

const admit = `mutation ($input: AdmitPartnerInput!) { admitPartner(input: $input) { partner { id version state name creditCode kind kindLabel { zh } admittedOn contactPhone } refusals { code field } } }`;
const edit = `mutation ($input: EditPartnerInput!) { editPartner(input: $input) { partner { id version name direction } refusals { code field } } }`;
const step = `mutation ($input: StepPartnerInput!) { stepPartner(input: $input) { partner { id version state removedOn } refusals { code field } } }`;
const read = `query ($id: ID!) { partner(id: $id) { name contactName contactPhone availableSteps { name allowed } } }`;

const partner = { name: '某公益发展中心', creditCode: '52999999000000001L', kind: '社会组织', contactName: '沈桂兰', contactPhone: '19900004205' };

describe('partners', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('are admitted by who may, once for each credit code', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    expect(verdict(await scene.anonymous.ask(admit, { input: partner }))).toBe('FORBIDDEN');
    expect(verdict(await (await scene.as('communitySecretary', scene.units.community)).ask(admit, { input: partner }))).toBe('FORBIDDEN');
    expect(verdict(await officer.ask(admit, { input: { ...partner, creditCode: '52999999000000001M' } }))).toBe('CREDIT_CODE_INVALID creditCode');
    expect(verdict(await officer.ask(admit, { input: { ...partner, contactPhone: '12' } }))).toBe('PHONE_INVALID contactPhone');
    expect(verdict(await officer.ask(admit, { input: { ...partner, name: ' ' } }))).toBe('REQUIRED name');
    const { data } = await officer.ask(admit, { input: partner });
    expect(data).toMatchObject({
      admitPartner: { partner: { state: 'ADMITTED', kind: 'socialOrganisation', kindLabel: { zh: '社会组织' }, admittedOn: '2026-05-19', contactPhone: '19900004205' }, refusals: [] },
    });
    expect(verdict(await officer.ask(admit, { input: { ...partner, creditCode: ' 52999999000000001l' } }))).toBe('CREDIT_CODE_TAKEN creditCode');
    const elsewhere = await other.as('organisationOfficer', other.units.district);
    expect(verdict(await elsewhere.ask(admit, { input: partner }))).toBe('done');
  });

  it('are one for one code even when two are admitted at once', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const answers = await Promise.all([1, 2, 3].map((at) => officer.ask(admit, { input: { ...partner, name: `第${at}家` } })));
    expect(answers.map(verdict).toSorted()).toEqual(['CREDIT_CODE_TAKEN creditCode', 'CREDIT_CODE_TAKEN creditCode', 'done']);
  });

  it('are edited and removed by who may, from the version they saw', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const officer = await scene.as('subDistrictOfficer', scene.units.street);
    const { data } = await officer.ask(admit, { input: partner });
    const { id } = Object(data).admitPartner.partner;
    const stranger = await other.as('organisationOfficer', other.units.district);
    const low = await scene.as('gridWorker', scene.units.grid);

    expect(verdict(await scene.anonymous.ask(edit, { input: { id, version: 1, name: '别名' } }))).toBe('FORBIDDEN');
    expect(verdict(await stranger.ask(edit, { input: { id, version: 1, name: '别名' } }))).toBe('NOT_FOUND id');
    expect(verdict(await low.ask(edit, { input: { id, version: 1, name: '别名' } }))).toBe('FORBIDDEN');
    expect(verdict(await officer.ask(edit, { input: { id, version: 7, name: '别名' } }))).toBe('CHANGED_MEANWHILE version');
    expect((await officer.ask(edit, { input: { id, version: 1, direction: '教育培训' } })).data).toMatchObject({ editPartner: { partner: { version: 2, name: partner.name, direction: '教育培训' } } });

    expect(verdict(await scene.anonymous.ask(step, { input: { id, step: 'remove', words: '连续不合格' } }))).toBe('FORBIDDEN');
    expect(verdict(await stranger.ask(step, { input: { id, step: 'remove', words: '连续不合格' } }))).toBe('NOT_FOUND id');
    expect(verdict(await low.ask(step, { input: { id, step: 'remove', words: '连续不合格' } }))).toBe('FORBIDDEN');
    expect(verdict(await officer.ask(step, { input: { id, step: 'readmit', words: '好' } }))).toBe('STEP_NOT_FROM_HERE');
    expect(verdict(await officer.ask(step, { input: { id, step: 'remove' } }))).toBe('STEP_INPUT_REQUIRED words');
    expect((await officer.ask(step, { input: { id, step: 'remove', words: '连续不合格' } })).data).toMatchObject({ stepPartner: { partner: { state: 'REMOVED', removedOn: '2026-05-19' } } });
  });

  it('show their name to everybody, whom to call to who may see it', async () => {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const { id } = Object((await officer.ask(admit, { input: partner })).data).admitPartner.partner;
    expect((await scene.anonymous.ask(read, { id })).data).toMatchObject({ partner: { name: partner.name, contactName: null, contactPhone: null, availableSteps: [{ name: 'remove', allowed: false }] } });
    const worker = await scene.as('gridWorker', scene.units.grid);
    expect((await worker.ask(read, { id })).data).toMatchObject({ partner: { contactName: '沈**', contactPhone: '199****4205' } });
    expect((await officer.ask(read, { id })).data).toMatchObject({ partner: { contactName: '沈桂兰', contactPhone: '19900004205', availableSteps: [{ name: 'remove', allowed: true }] } });
    await officer.ask(step, { input: { id, step: 'remove', words: '连续不合格' } });
    expect((await scene.anonymous.ask(read, { id })).data).toEqual({ partner: null });
    expect((await worker.ask(read, { id })).data).toMatchObject({ partner: { name: partner.name } });
  });

  it('come from a ledger by their code; what was edited here since stays', async () => {
    const scene = await world.scene();
    const row = { 名称: '某志愿服务队', 统一社会信用代码: '52999999000000002P', 类别: '企业', 联系电话: '19900000001' };
    const wrong = { ...row, 统一社会信用代码: '52999999000000002Q' };
    expect(await importCells(scene, partnerImporter, [row, wrong])).toMatchObject({ accepted: 1, rejected: [{ row: 3, column: '统一社会信用代码', code: 'NOT_A_CREDIT_CODE' }] });
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const { data } = await officer.ask(`{ partners { nodes { id version name kind } } }`);
    const [{ id, version }] = Object(data).partners.nodes;
    await officer.ask(edit, { input: { id, version, name: '某志愿服务总队' } });
    expect(await importCells(scene, partnerImporter, [row])).toMatchObject({ accepted: 0, unchanged: 1 });
    expect((await officer.ask(`{ partners { nodes { name kind } } }`)).data).toEqual({ partners: { nodes: [{ name: '某志愿服务总队', kind: 'company' }] } });
  });
});
