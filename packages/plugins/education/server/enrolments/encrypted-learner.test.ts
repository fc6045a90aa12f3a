import { Cipher, parseKeys, reencryptTenant } from '@weixiang/kernel';
import { type Caller, type Scene, World } from '@weixiang/core/testkit';
import { parseTypeId } from '@weixiang/shared';
import { LockMode } from '@mikro-orm/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Consent } from '../consents/consent.entity.js';
import { classroom, educationWorld } from '../testkit/classroom.js';
import { Enrolment } from './enrolment.entity.js';

const learner = `query ($id: ID!) { enrolment(id: $id) { learnerName learnerBirthYear guardianName guardianPhone } }`;
const whole = { learnerName: '韩小宝', learnerBirthYear: 2016, guardianName: '韩某某', guardianPhone: '19900007274' };
const secrets = ['韩小宝', '2016', '韩某某', '19900007274'];

interface Stored {
  learner_name: string;
  learner_birth_year: string;
  guardian_name: string | null;
  guardian_phone: string | null;
}

describe('what is stored of a learner', () => {
  let world: World;
  beforeAll(async () => {
    world = await educationWorld();
  });
  afterAll(() => world.close());

  async function enrolled(): Promise<{ scene: Scene; guardian: Caller; secretary: Caller; id: string; uuid: string }> {
    const scene = await world.scene();
    const { enrol, parent, secretary } = await classroom(scene);
    const guardian = await parent('韩某某');
    const id = await enrol(guardian, { guardianPhone: '19900007274', idempotencyKey: 'once' });
    return { scene, guardian, secretary, id, uuid: parseTypeId(id)?.uuid ?? '' };
  }

  const storedOf = (scene: Scene, uuid: string): Promise<Stored[]> =>
    scene.write((tx) => tx.em.execute<Stored[]>('select learner_name, learner_birth_year, guardian_name, guardian_phone from enrolment where tenant_id = ? and id = ?', [tx.tenant.id, uuid]));
  const store = (scene: Scene, uuid: string, column: string, value: string | null): Promise<unknown> =>
    scene.write((tx) => tx.em.execute(`update enrolment set ${column} = ? where tenant_id = ? and id = ?`, [value, tx.tenant.id, uuid]));

  it('is ciphertext in the table, and nowhere in events, jobs and kept answers', async () => {
    const { scene, guardian, id, uuid } = await enrolled();
    const [stored] = await storedOf(scene, uuid);
    for (const value of Object.values(stored ?? {})) expect(value).toMatch(/^wx1:test:/);
    expect(await guardian.do(learner, { id })).toEqual({ enrolment: whole });
    const elsewhere = await scene.write(async (tx) => {
      const rows: unknown[] = [];
      for (const table of ['event', 'idempotency_key', 'enrolment', 'guardian_consent']) rows.push(...(await tx.em.execute<unknown[]>(`select to_json(t)::text as row from ${table} t where tenant_id = ? and t::text not like '%person.%'`, [tx.tenant.id])));
      return JSON.stringify(rows);
    });
    expect(elsewhere).toContain(uuid);
    for (const secret of secrets.filter((one) => one !== '2016')) expect(elsewhere).not.toContain(secret);
    // A year could stand in a time stamp: it is looked for as a value.
    expect(elsewhere).not.toMatch(/learner_?[bB]irth_?[yY]ear[^,]*2016/);
  });

  it('is open to the ORM: loaded, loaded again under a lock, joined, changed one at a time', async () => {
    const { scene, guardian, id, uuid } = await enrolled();
    const before = await storedOf(scene, uuid);
    await scene.write(async (tx) => {
      const peeked = await tx.peek(Enrolment, uuid);
      const locked = await tx.peek(Enrolment, uuid, LockMode.PESSIMISTIC_WRITE);
      expect(locked).toBe(peeked);
      expect(locked).toMatchObject(whole);
      await tx.em.refresh(Object(locked));
      expect(locked).toMatchObject(whole);
    });
    expect(await storedOf(scene, uuid)).toEqual(before); // loading wrote nothing
    await scene.write(async (tx) => {
      const consent = await tx.em.findOneOrFail(Consent, { enrolment: { id: uuid } }, { populate: ['enrolment'] });
      expect(consent.enrolment).toMatchObject(whole);
      consent.enrolment.guardianPhone = '19900001234';
      await tx.em.flush();
      consent.enrolment.guardianName = null;
      await tx.em.flush();
    });
    const [after] = await storedOf(scene, uuid);
    expect(after).toEqual({ ...before[0], guardian_phone: expect.stringMatching(/^wx1:test:/), guardian_name: null });
    expect(await guardian.do(learner, { id })).toEqual({ enrolment: { ...whole, guardianPhone: '19900001234', guardianName: null } });
  });

  it('cannot be searched or sorted by in services either', async () => {
    const { scene } = await enrolled();
    await scene.write(async (tx) => {
      await expect(tx.em.count(Enrolment, { learnerName: '韩小宝' })).rejects.toThrow('Enrolment.learnerName is encrypted');
      await expect(tx.em.find(Enrolment, { $or: [{ guardianPhone: { $in: ['1'] } }] })).rejects.toThrow('is encrypted');
      await expect(tx.em.find(Consent, { enrolment: { learnerName: '韩小宝' } })).rejects.toThrow('is encrypted');
      await expect(tx.em.find(Enrolment, {}, { orderBy: { learnerBirthYear: 'asc' } })).rejects.toThrow('is encrypted');
      expect(await tx.em.count(Enrolment, { guardianPhone: null })).toBe(0);
    });
  });

  it('opens neither in another row nor in another column, and never for a mask', async () => {
    const { scene, guardian, secretary, id, uuid } = await enrolled();
    const [stored] = await storedOf(scene, uuid);
    await store(scene, uuid, 'guardian_name', stored?.guardian_phone ?? null);
    const broken = await guardian.ask(learner, { id });
    expect(broken.errors?.[0]?.extensions?.['code']).toBe('INTERNAL');
    expect(JSON.stringify(broken)).not.toContain('19900007274');
    // Who sees a mask is answered all the same: nothing was opened for it.
    const worker = await scene.as('gridWorker', scene.units.community);
    expect(await worker.do(learner, { id })).toEqual({ enrolment: { learnerName: null, learnerBirthYear: null, guardianName: '**', guardianPhone: '****' } });
    expect((await secretary.ask(learner, { id })).errors).toBeDefined();
  });

  it('from before it was encrypted reads the same, and is encrypted by the job, once', async () => {
    const { scene, guardian, id, uuid } = await enrolled();
    const [columns] = await storedOf(scene, uuid);
    for (const [at, column] of Object.keys(columns ?? {}).entries()) await store(scene, uuid, column, secrets[at] ?? null);
    expect(await guardian.do(learner, { id })).toEqual({ enrolment: whole });
    expect(await scene.write((tx) => tx.peek(Enrolment, uuid))).toMatchObject(whole);
    const { database, cipher } = world.server.kernel;
    const versions = () => scene.write((tx) => tx.em.execute('select version from enrolment where tenant_id = ? and id = ?', [tx.tenant.id, uuid]));
    const before = await versions();
    expect((await reencryptTenant(database, cipher, scene.tenant.id)).get('enrolment')).toBe(1);
    for (const value of Object.values((await storedOf(scene, uuid))[0] ?? {})) expect(value).toMatch(/^wx1:test:/);
    expect(await guardian.do(learner, { id })).toEqual({ enrolment: whole });
    expect(await versions()).toEqual(before);
    expect((await reencryptTenant(database, cipher, scene.tenant.id)).get('enrolment')).toBe(0);
  });

  it('comes under a new key by the same job, and the old key is not needed then', async () => {
    const { scene, uuid } = await enrolled();
    const old = `test:${'A'.repeat(43)}=`;
    const fresh = `fresh:${'B'.repeat(42)}A=`;
    const rotating = new Cipher(parseKeys(`${fresh},${old}`, 'the test'));
    expect((await reencryptTenant(world.server.kernel.database, rotating, scene.tenant.id)).get('enrolment')).toBe(1);
    const [stored] = await storedOf(scene, uuid);
    const place = { tenantId: scene.tenant.id, table: 'enrolment', column: 'learner_name', id: uuid };
    expect(new Cipher(parseKeys(fresh, 'the test')).decrypt(place, stored?.learner_name ?? '', 'text')).toBe('韩小宝');
  });
});
