import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { verdict, World, type Scene } from '../testkit/index.js';
import { Person } from './person.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';

const requestCode = 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) { isSent shownMessage refusals { code field message } } }';
const signIn = `mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) {
  token person { name orgUnit { id } } choices { id name unitName } needsName refusals { code field message } } }`;
const whoAmI = '{ viewer { person { name } roles { role orgUnit { id } } permissions } }';

const phone = '19900007274';
const atOnce = <T>(times: number, ask: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: times }, ask));

describe('signing in by telephone', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  /** The digits of the last message. */
  const lastCode = () => /\d{6}/.exec(world.server.messages.at(-1)?.text ?? '')?.[0] ?? '';
  async function codeFor({ anonymous }: Scene, to = phone): Promise<string> {
    world.server.clock.advance(61_000);
    expect(verdict(await anonymous.ask(requestCode, { input: { phone: to } }))).toBe('done');
    return lastCode();
  }
  const enter = async ({ anonymous }: Scene, input: object) => Object((await anonymous.ask(signIn, { input: { phone, ...input } })).data).signInWithCode;
  const living = (scene: Scene, unit: keyof Scene['units'], ...names: string[]) =>
    scene.write(async (tx) => {
      const orgUnit = await tx.em.findOneOrFail(OrgUnit, { id: scene.units[unit].uuid });
      return names.map((name) => tx.create(Person, { orgUnit, name, phone }));
    });
  const asPerson = (scene: Scene, token: string) => world.server.ask(scene.tenant, token, whoAmI);

  it('answers the same of a number that nobody has, in the brand’s name and the reader’s language', async () => {
    const scene = await world.scene();
    await living(scene, 'grid', '马桂英');
    const known = await scene.anonymous.ask(requestCode, { input: { phone: '199-0000-7274' } });
    const unknown = await scene.anonymous.ask(requestCode, { input: { phone: '19900009999' } });
    expect(known.data).toEqual({ requestSignInCode: { isSent: true, shownMessage: null, refusals: [] } });
    expect(unknown.data).toEqual(known.data);
    const texts = world.server.messages.slice(-2);
    expect(texts.map((each) => each.phone)).toEqual([phone, '19900009999']);
    expect(texts[0]?.text).toMatch(/^【某区红色项目】验证码 \d{6}，5 分钟内有效/);
    for (const wrong of ['', '12', '0558-5550000', 'x'.repeat(10_000)]) expect(verdict(await scene.anonymous.ask(requestCode, { input: { phone: wrong } }))).toBe('PHONE_INVALID phone');
  });

  it('brings in somebody new as a resident of the unit they choose, and nowhere else', async () => {
    const [scene, elsewhere] = [await world.scene(), await world.scene()];
    const code = await codeFor(scene);
    expect(await enter(scene, { code })).toMatchObject({ token: null, person: null, needsName: true, refusals: [] });
    expect(await enter(scene, { code, name: '马桂英', orgUnit: elsewhere.units.grid.id })).toMatchObject({ token: null, refusals: [{ code: 'NOT_FOUND', field: 'orgUnit' }] });
    const { token, person } = await enter(scene, { code, name: ' 马桂英 ', orgUnit: scene.units.grid.id });
    expect(person).toEqual({ name: '马桂英', orgUnit: { id: scene.units.grid.id } });
    expect((await asPerson(scene, token)).data).toMatchObject({ viewer: { person: { name: '马桂英' }, roles: [{ role: 'resident', orgUnit: { id: scene.units.grid.id } }], permissions: expect.arrayContaining(['wish.make']) } });
    expect((await asPerson(elsewhere, token)).data).toMatchObject({ viewer: { person: null } });
    expect(await enter(elsewhere, { code, name: '马桂英' })).toMatchObject({ token: null, refusals: [{ code: 'CODE_WRONG', field: 'code' }] });
    const again = await codeFor(scene);
    expect(await enter(scene, { code: again })).toMatchObject({ person: { name: '马桂英' }, refusals: [] });
    expect(await scene.write((tx) => tx.em.count(Person, { phone }))).toBe(1);
  });

  it('asks who it is where several people share the number, and takes nobody else', async () => {
    const scene = await world.scene();
    const [, child] = await living(scene, 'grid', '马桂英', '马小满');
    const stranger = await scene.as('resident', scene.units.grid);
    const code = await codeFor(scene);
    const asked = await enter(scene, { code });
    expect(asked).toMatchObject({ token: null, choices: [{ name: '马桂英', unitName: '某区Q-01-01-G1' }, { name: '马小满' }] });
    expect(await enter(scene, { code, person: stranger.personId })).toMatchObject({ token: null, refusals: [{ code: 'NOT_FOUND', field: 'person' }] });
    const { token, person } = await enter(scene, { code, person: asked.choices[1].id });
    expect(person).toMatchObject({ name: '马小满' });
    expect((await asPerson(scene, token)).data).toMatchObject({ viewer: { roles: [{ role: 'resident' }] } });
    expect(await scene.write((tx) => tx.em.count(RoleAssignment, { person: { id: String(child?.id) } }))).toBe(1);
    // A third one of the household, and then the first one by name.
    expect(await enter(scene, { code: await codeFor(scene), name: '马国强' })).toMatchObject({ person: { name: '马国强' }, refusals: [] });
    expect(await enter(scene, { code: await codeFor(scene), name: '马桂英' })).toMatchObject({ person: { name: '马桂英' }, refusals: [] });
    expect(await scene.write((tx) => tx.em.count(Person, { phone }))).toBe(3);
  });

  it('gives no role back that was ended, and opens no account that was closed', async () => {
    const scene = await world.scene();
    const [person] = await living(scene, 'grid', '马桂英');
    await scene.write(async (tx) => {
      const held = await tx.em.findOneOrFail(Person, { id: String(person?.id) }, { populate: ['orgUnit'] });
      tx.create(RoleAssignment, { orgUnit: held.orgUnit, person: held, role: 'resident', since: '2026-01-01', until: '2026-02-01' });
    });
    const { token } = await enter(scene, { code: await codeFor(scene) });
    expect((await asPerson(scene, token)).data).toMatchObject({ viewer: { person: { name: '马桂英' }, roles: [] } });
    await scene.write(async (tx) => void ((await tx.em.findOneOrFail(Person, { id: String(person?.id) })).isClosed = true));
    expect(await enter(scene, { code: await codeFor(scene), name: '马桂英' })).toMatchObject({ token: null, refusals: [{ code: 'ACCOUNT_CLOSED', field: 'name' }] });
  });

  it('takes a code once, for five minutes and five tries, and only the last one sent', async () => {
    const scene = await world.scene();
    await living(scene, 'grid', '马桂英');
    const first = await codeFor(scene);
    const second = await codeFor(scene);
    if (first !== second) expect(await enter(scene, { code: first })).toMatchObject({ refusals: [{ code: 'CODE_WRONG' }] });
    const verdicts = await atOnce(4, () => enter(scene, { code: second }));
    expect(verdicts.filter(({ token }) => token !== null)).toHaveLength(1);
    expect(await enter(scene, { code: second })).toMatchObject({ refusals: [{ code: 'CODE_WRONG' }] });

    const late = await codeFor(scene);
    world.server.clock.advance(5 * 60_000);
    expect(await enter(scene, { code: late })).toMatchObject({ refusals: [{ code: 'CODE_WRONG' }] });

    const guessed = await codeFor(scene);
    const wrong = guessed === '000000' ? '000001' : '000000';
    await atOnce(5, () => enter(scene, { code: wrong }));
    expect(await enter(scene, { code: guessed })).toMatchObject({ token: null, refusals: [{ code: 'CODE_WRONG', message: '验证码不对或已过期，请核对，或再要一个。' }] });
    for (const odd of ['', '\u0000', 'x'.repeat(10_000)]) expect(await enter(scene, { code: odd })).toMatchObject({ refusals: [{ code: 'CODE_WRONG' }] });
  });

  it('sends a number one code a minute and eight a day, however many ask at once', async () => {
    const scene = await world.scene();
    world.server.clock.advance(3_600_000);
    const before = world.server.messages.length;
    const asked = await atOnce(6, () => scene.anonymous.ask(requestCode, { input: { phone } }));
    expect(asked.map(verdict).filter((each) => each === 'done')).toHaveLength(1);
    expect(asked.map((each) => Object(each.data).requestSignInCode.refusals[0]?.message).find(Boolean)).toBe('验证码刚刚发出，请 60 秒后再要。');
    for (let time = 0; time < 7; time += 1) {
      world.server.clock.advance(20 * 60_000);
      await codeFor(scene);
    }
    world.server.clock.advance(20 * 60_000);
    const ninth = await scene.anonymous.ask(requestCode, { input: { phone } });
    expect(verdict(ninth)).toBe('CODES_THROTTLED phone');
    expect(world.server.messages.length - before).toBe(8);
    world.server.clock.advance(24 * 3_600_000);
    await codeFor(scene);
  });

  it('sends one address no more than thirty codes in a quarter of an hour', async () => {
    const scene = await world.scene();
    const verdicts: string[] = [];
    for (let time = 0; time < 32; time += 1) verdicts.push(verdict(await scene.anonymous.ask(requestCode, { input: { phone: `199000011${String(time).padStart(2, '0')}` } })));
    expect(verdicts.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'done'));
    expect(verdicts.slice(30)).toEqual(['CODES_THROTTLED phone', 'CODES_THROTTLED phone']);
  });

  it('takes a line of IPv6 for one address, since whoever has one has more addresses than anybody could count', async () => {
    const scene = await world.scene();
    const verdicts: string[] = [];
    for (let time = 0; time < 32; time += 1) {
      const { body } = await world.server.http.inject({
        method: 'POST',
        url: `/t/${scene.tenant.slug}/graphql`,
        remoteAddress: `2001:db8:7:1::${(time + 1).toString(16)}`,
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ query: requestCode, variables: { input: { phone: `199000012${String(time).padStart(2, '0')}` } } }),
      });
      verdicts.push(verdict(JSON.parse(body)));
    }
    expect(verdicts.slice(29)).toEqual(['done', 'CODES_THROTTLED phone', 'CODES_THROTTLED phone']);
  });

  it('sets the cookie, and keeps neither code nor number in what happened', async () => {
    const scene = await world.scene();
    const code = await codeFor(scene);
    const answer = await world.server.http.inject({
      method: 'POST',
      url: `/t/${scene.tenant.slug}/graphql`,
      headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0' },
      payload: JSON.stringify({ query: signIn, variables: { input: { phone, code, name: '马桂英' } } }),
    });
    expect(answer.cookies).toMatchObject([{ name: `wx_${scene.tenant.slug}`, httpOnly: true }]);
    const [kept] = await scene.write((tx) => tx.em.execute<{ text: string }[]>("select string_agg(payload::text, ' ') as text from event"));
    expect(kept?.text).not.toContain(code);
    const [stored] = await scene.write((tx) => tx.em.execute<{ code_hash: string | null }[]>('select code_hash from one_time_code'));
    expect(stored).toEqual({ code_hash: null });
  });

  it('brings in no more people than share a telephone, so that one telephone is not a crowd', async () => {
    const scene = await world.scene();
    const names = Array.from({ length: 20 }, (_, at) => `邻居${String.fromCodePoint(0x4e00 + at)}`);
    await living(scene, 'grid', ...names);
    const code = await codeFor(scene);
    const refused = await enter(scene, { code, name: '第二十一个' });
    expect(refused).toMatchObject({ token: null, refusals: [{ code: 'PHONE_SHARED_BY_MANY', field: 'name' }] });
    expect(await scene.write((tx) => tx.em.count(Person, { phone }))).toBe(20);
    expect(await enter(scene, { code, name: names[3] })).toMatchObject({ person: { name: names[3] }, refusals: [] });
  });
});
