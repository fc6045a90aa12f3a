import { JobRunner } from '@weixiang/kernel';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verdict, World, type Caller, type Scene } from '../testkit/index.js';
import { cast, succeed, wishOf } from '../wishes/fixture/wishes.fixture.js';
import { Webhook } from './webhook.entity.js';

let world: World;
let jobs: JobRunner;
/** The other product: a small server that keeps what it was told. */
const got: { headers: IncomingHttpHeaders; body: string; path: string }[] = [];
let answer: { status: number; headers?: Record<string, string> } = { status: 204 };
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    got.push({ headers: request.headers, body, path: request.url ?? '' });
    response.writeHead(answer.status, answer.headers).end('x'.repeat(100));
  });
});
let url = '';

beforeAll(async () => {
  world = await World.start();
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${Object(receiver.address()).port}/hook`;
  jobs = new JobRunner(world.server.kernel, world.server.database.databaseDirectUrl);
  await jobs.start();
});
afterAll(async () => {
  await jobs.stop();
  receiver.close();
  await world.close();
});
beforeEach(() => {
  got.length = 0;
  answer = { status: 204 };
  world.server.kernel.options.allowsPrivateTargets = true;
});

const create = 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id version url events isActive owner { id } } secret refusals { code field } } }';
const edit = 'mutation ($input: EditWebhookInput!) { editWebhook(input: $input) { webhook { id version name url events isActive failures stoppedAt } refusals { code field } } }';
const renew = 'mutation ($input: WebhookInput!) { renewWebhookSecret(input: $input) { webhook { id } secret refusals { code field } } }';
const remove = 'mutation ($input: WebhookInput!) { deleteWebhook(input: $input) { isDeleted refusals { code field } } }';
const replay = 'mutation ($input: ReplayDeliveryInput!) { replayDelivery(input: $input) { delivery { id state } refusals { code field } } }';
const log = 'query ($id: ID!) { webhook(id: $id) { isActive failures stoppedAt deliveries { nodes { id event state attempts status problem } } } }';

async function set() {
  const [scene, elsewhere] = [await world.scene(), await world.scene()];
  const admin = await scene.as('tenantAdministrator', scene.units.district, '管理员');
  return { scene, elsewhere, admin, ...(await cast(scene, elsewhere)) };
}

async function hook(admin: Caller, input: Record<string, unknown> = {}) {
  const made = Object(await admin.do(create, { input: { name: '社会组织', url, events: ['wish.submitted', 'wish.accepted'], ...input } })).createWebhook;
  return { id: String(made.webhook?.id), secret: String(made.secret), made };
}
const deliveries = async (caller: Caller, id: string) => Object(await caller.do(log, { id })).webhook;
const settled = (scene: Scene) => world.server.consume(scene.tenant);

describe('a webhook', () => {
  it('is not made by who is lent the administrator’s role: it would tell on when the loan is over', async () => {
    const { scene, admin, secretary } = await set();
    const { today, roles } = Object(await admin.do('{ viewer { today roles { id } } }')).viewer;
    const lend = 'mutation ($input: DelegateRoleInput!) { delegateRole(input: $input) { delegation { id } refusals { code field } } }';
    expect(verdict(await admin.ask(lend, { input: { assignment: roles[0].id, person: secretary.personId, until: today } }))).toBe('done');
    expect(verdict(await secretary.ask(create, { input: { name: '社会组织', url, events: ['wish.accepted'], owner: secretary.personId } }))).toBe('FORBIDDEN');
    expect(await scene.write((tx) => tx.em.count(Webhook))).toBe(0);
  });

  it('is made, changed and ended by the tenant’s administrator alone', async () => {
    const { scene, admin, stranger, resident, worker, secretary, auditor, anonymous } = await set();
    const input = { name: '社会组织', url, events: ['wish.accepted'] };
    for (const caller of [anonymous, resident, worker, secretary, auditor]) expect(verdict(await caller.ask(create, { input }))).toBe('FORBIDDEN');
    expect(verdict(await admin.ask(create, { input: { ...input, name: ' ' } }))).toBe('REQUIRED name');
    expect(verdict(await admin.ask(create, { input: { ...input, events: [] } }))).toBe('REQUIRED events');
    expect(verdict(await admin.ask(create, { input: { ...input, events: ['person.signedIn'] } }))).toBe('EVENT_UNKNOWN events');
    expect(verdict(await admin.ask(create, { input: { ...input, owner: stranger.personId } }))).toBe('NOT_FOUND owner');
    world.server.kernel.options.allowsPrivateTargets = false;
    expect(verdict(await admin.ask(create, { input }))).toBe('URL_NOT_HTTPS url');
    expect(verdict(await admin.ask(create, { input: { ...input, url: 'https://127.0.0.1/' } }))).toBe('URL_PRIVATE url');
    world.server.kernel.options.allowsPrivateTargets = true;
    const { id, secret, made } = await hook(admin);
    expect(made).toMatchObject({ webhook: { url, isActive: true, owner: { id: admin.personId } } });
    expect(secret).toMatch(/^whsec_[\w-]{43}$/);
    const stored = await scene.write((tx) => tx.em.getConnection().execute<{ secret: string }[]>(`select secret from webhook where tenant_id = '${scene.tenant.id}'`, [], 'all', tx.em.getTransactionContext()));
    expect(stored[0]?.secret).toMatch(/^wx1:/);

    for (const caller of [anonymous, stranger, resident, worker, secretary, auditor]) {
      expect((await caller.ask('query ($id: ID!) { webhook(id: $id) { url } webhooks { totalCount } }', { id })).data).toEqual({ webhook: null, webhooks: { totalCount: 0 } });
      for (const mutation of [edit, renew, remove]) expect(verdict(await caller.ask(mutation, { input: { id } }))).toBe('NOT_FOUND id');
    }
    expect(verdict(await worker.ask('{ webhookEvents { name } }'))).toBe('FORBIDDEN');
    expect(Object(await admin.do('{ webhookEvents { name label { zh } } }')).webhookEvents).toContainEqual({ name: 'wish.accepted', label: { zh: '受理心愿' } });
    expect(verdict(await admin.ask(edit, { input: { id, version: 99 } }))).toBe('CHANGED_MEANWHILE version');
    expect(verdict(await admin.ask(edit, { input: { id, url: 'file:///etc/passwd' } }))).toBe('URL_NOT_HTTPS url');
    expect(verdict(await admin.ask(edit, { input: { id, events: [] } }))).toBe('REQUIRED events');
    const { editWebhook } = Object(await admin.do(edit, { input: { id, name: ' 合作社 ', url: `${url}/2`, events: ['wish.submitted', 'wish.accepted', 'wish.submitted'] } }));
    expect(editWebhook).toEqual({ webhook: expect.objectContaining({ name: '合作社', url: `${url}/2`, events: ['wish.accepted', 'wish.submitted'], isActive: true }), refusals: [] });
    expect((await admin.ask(edit, { input: { id, isActive: false } })).data).toMatchObject({ editWebhook: { webhook: { isActive: false } } });
    expect(Object((await admin.ask(renew, { input: { id } })).data).renewWebhookSecret.secret).not.toBe(secret);
    expect(verdict(await admin.ask(remove, { input: { id } }))).toBe('done');
    expect(verdict(await admin.ask(remove, { input: { id } }))).toBe('NOT_FOUND id');
  });

  it('is told what happened to which record, signed, and not a word of it', async () => {
    const { scene, admin, resident, worker } = await set();
    const { id, secret } = await hook(admin, { owner: worker.personId, events: ['wish.accepted'] });
    const wish = await wishOf(resident, scene);
    await succeed(worker, 'answerWish', { id: wish.id, words: '不能外传的话' });
    await settled(scene);
    await expect.poll(() => got.length, { timeout: 10_000 }).toBe(1);
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = got;
    const { nodes } = (await deliveries(admin, id)).deliveries;
    expect(path).toBe('/hook');
    expect(JSON.parse(body)).toEqual({ event: 'wish.accepted', delivery: nodes[0].id, tenant: scene.tenant.slug, id: wish.id, version: expect.any(Number), at: '2026-05-19T02:00:00.000Z' });
    const [, seconds, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-weixiang-signature'])) ?? [];
    expect(v1).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
    expect(headers).toMatchObject({ 'x-weixiang-event': 'wish.accepted', 'x-weixiang-delivery': nodes[0].id, 'content-type': 'application/json' });
    await expect.poll(async () => (await deliveries(admin, id)).deliveries.nodes).toMatchObject([{ event: 'wish.accepted', state: 'DELIVERED', attempts: 1, status: 204, problem: null }]);
  });

  it('is not told what its owner may not see, and the log does not show it either', async () => {
    const { scene, admin, resident, sibling } = await set();
    const { id } = await hook(admin, { owner: sibling.personId });
    await wishOf(resident, scene, { isPublic: false });
    const shown = await wishOf(resident, scene);
    await settled(scene);
    await expect.poll(() => got.length, { timeout: 10_000 }).toBe(1);
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({ id: shown.id });
    await expect.poll(async () => (await deliveries(admin, id)).deliveries.nodes.length).toBe(1);
  });

  it('that answers badly is tried eight times, a redirect among it; after five such it is stopped, and its keepers are told', async () => {
    const { scene, admin, resident, worker } = await set();
    const { id } = await hook(admin, { owner: worker.personId, events: ['wish.submitted'] });
    answer = { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } };
    await wishOf(resident, scene);
    await settled(scene);
    await expect.poll(async () => (await deliveries(admin, id)).deliveries.nodes, { timeout: 20_000 }).toMatchObject([{ state: 'FAILED', attempts: 8, status: 302, problem: 'ANSWERED_BADLY' }]);
    expect(got).toHaveLength(8);
    const [{ id: delivery }] = (await deliveries(admin, id)).deliveries.nodes;

    answer = { status: 200 };
    for (const caller of [scene.anonymous, worker]) expect(verdict(await caller.ask(replay, { input: { id: delivery } }))).toBe('NOT_FOUND id');
    expect((await admin.ask(replay, { input: { id: delivery } })).data).toMatchObject({ replayDelivery: { delivery: { id: delivery }, refusals: [] } });
    await expect.poll(async () => (await deliveries(admin, id)).deliveries.nodes, { timeout: 10_000 }).toMatchObject([{ state: 'DELIVERED', attempts: 1, status: 200 }]);
    expect(await deliveries(admin, id)).toMatchObject({ isActive: true, failures: 0 });

    answer = { status: 500 };
    for (let at = 0; at < 5; at += 1) await wishOf(resident, scene);
    await settled(scene);
    await expect.poll(async () => deliveries(admin, id), { timeout: 60_000, interval: 300 }).toMatchObject({ isActive: false, failures: 5, stoppedAt: expect.any(String) });
    const told = Object(await admin.do('{ notifications { nodes { kind page record { id } } } }')).notifications.nodes;
    expect(told).toEqual([{ kind: 'webhook.stopped', page: '/settings/webhooks', record: { id } }]);
    expect(Object(await worker.do('{ notifications(filter: { kind: ["webhook.stopped"] }) { nodes { record { id } } } }')).notifications.nodes).toEqual([{ record: null }]);

    const before = got.length;
    await wishOf(resident, scene);
    await settled(scene);
    expect((await deliveries(admin, id)).deliveries.nodes).toHaveLength(6);
    expect(got.length).toBe(before);
    expect((await admin.ask(edit, { input: { id, isActive: true } })).data).toMatchObject({ editWebhook: { webhook: { isActive: true, failures: 0, stoppedAt: null } } });
  }, 120_000);

  it('never reaches a private address, whatever was written before', async () => {
    const { scene, admin, resident } = await set();
    const { id } = await hook(admin, { events: ['wish.submitted'] });
    world.server.kernel.options.allowsPrivateTargets = false;
    await wishOf(resident, scene);
    await settled(scene);
    await expect.poll(async () => (await deliveries(admin, id)).deliveries.nodes, { timeout: 20_000 }).toMatchObject([{ state: 'FAILED', attempts: 8, status: null, problem: 'ADDRESS_PRIVATE' }]);
    expect(got).toEqual([]);
  }, 60_000);
});
