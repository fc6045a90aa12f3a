import { testPostgresUrl, withClient } from '@weixiang/kernel/testkit';
import { createClient as createStreamClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Person } from '../people/person.entity.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { type Caller, type Scene, World } from '../testkit/index.js';
import { cast, succeed, wishOf } from '../wishes/fixture/wishes.fixture.js';
import { collect, LiveServer, until, type Told } from './fixture/live.fixture.js';

const inbox = 'subscription ($within: ID) { wishesChanged(within: $within) { name at wish { id state words wisherName isMine } } }';
const one = 'subscription ($id: ID!) { recordChanged(id: $id) { name node { __typename id ... on Wish { state version } } } }';

let world: World;
let other: LiveServer;
beforeAll(async () => {
  world = await World.start();
  other = await LiveServer.start(world);
});
afterAll(async () => {
  await other.close();
  await world.close();
});

async function set() {
  const [scene, elsewhere] = [await world.scene(), await world.scene()];
  return { scene, elsewhere, ...(await cast(scene, elsewhere)) };
}

const wishesIn = (told: readonly Told[]) => told.map(({ data }) => Object(data?.['wishesChanged']).wish?.id);
const namesIn = (told: readonly Told[], field = 'wishesChanged') => told.map(({ data }) => Object(data?.[field]).name);

/** Takes a person's roles away, as of now. */
function dismiss(scene: Scene, { personUuid }: Caller): Promise<void> {
  return scene.write(async (tx) => {
    const assignments = await tx.em.find(RoleAssignment, { person: { id: String(personUuid) } });
    for (const assignment of assignments) assignment.until = '2026-05-18';
  });
}

describe('what happens to wishes', () => {
  it('reaches staff on another process as they may see it, and nobody who may not', async () => {
    const { scene, elsewhere, resident, neighbour, worker, sibling, stranger, anonymous } = await set();
    const followers = {
      worker: await other.follow(scene, worker, inbox),
      resident: await other.follow(scene, resident, inbox),
      neighbour: await other.follow(scene, neighbour, inbox),
      sibling: await other.follow(scene, sibling, inbox),
      anonymous: await other.follow(scene, anonymous, inbox),
      stranger: await other.follow(elsewhere, stranger, inbox),
    };
    const hidden = await wishOf(resident, scene, { isPublic: false });
    // What everybody of the tenant may see comes last: until then nothing else may have come.
    const shown = await wishOf(resident, scene);
    const foreign = await wishOf(await elsewhere.as('resident', elsewhere.units.grid), elsewhere);

    expect(await followers.worker.count(2)).toEqual([
      { data: { wishesChanged: { name: 'wish.submitted', at: '2026-05-19T02:00:00.000Z', wish: { id: hidden.id, state: 'SUBMITTED', words: hidden.words, wisherName: '韩文博', isMine: false } } } },
      { data: { wishesChanged: expect.objectContaining({ wish: expect.objectContaining({ id: shown.id }) }) } },
    ]);
    expect(wishesIn(await followers.resident.count(2))).toEqual([hidden.id, shown.id]);
    expect(followers.resident.told[0]).toMatchObject({ data: { wishesChanged: { wish: { isMine: true } } } });
    for (const name of ['neighbour', 'sibling', 'anonymous'] as const) {
      expect({ name, ids: wishesIn(await followers[name].count(1)) }).toEqual({ name, ids: [shown.id] });
    }
    expect(wishesIn(await followers.stranger.count(1))).toEqual([foreign.id]);
    for (const follower of Object.values(followers)) follower.stop();
    await until(() => other.kernel.feed.followersOf(scene.tenant.id) === 0);
  });

  it('is told within a unit alone where one is named', async () => {
    const { scene, neighbour, secretary } = await set();
    const within = await other.follow(scene, secretary, inbox, { within: scene.units.siblingGrid.id });
    await wishOf(neighbour, scene);
    const there = await wishOf(await scene.as('resident', scene.units.siblingGrid), scene, { orgUnit: scene.units.siblingGrid.id });
    expect(wishesIn(await within.count(1))).toEqual([there.id]);
    within.stop();
  });

  it('is told no more once the role is gone, though the connection stays', async () => {
    const { scene, resident, neighbour, worker, secretary } = await set();
    const followed = await other.follow(scene, worker, inbox);
    const witness = await other.follow(scene, secretary, inbox);
    const before = await wishOf(resident, scene, { isPublic: false });
    await followed.count(1);
    await dismiss(scene, worker);
    const after = await wishOf(resident, scene, { isPublic: false });
    const shown = await wishOf(neighbour, scene);
    expect(wishesIn(await witness.count(3))).toEqual([before.id, after.id, shown.id]);
    expect(wishesIn(await followed.count(2))).toEqual([before.id, shown.id]);
    expect(followed.told[1]).toMatchObject({ data: { wishesChanged: { wish: { wisherName: expect.not.stringContaining('马桂英') } } } });
    followed.stop();
    witness.stop();
  });

  it('ends with the session', async () => {
    const { scene, resident, worker } = await set();
    const followed = await other.follow(scene, worker, inbox);
    await worker.do('mutation { signOut { refusals { code } } }');
    await wishOf(resident, scene);
    expect(await followed.count(1)).toEqual([{ errors: [expect.objectContaining({ extensions: { code: 'SESSION_ENDED' } })] }]);
    await until(() => followed.isOver);
    expect(other.kernel.feed.followersOf(scene.tenant.id)).toBe(0);
  });

  it('is neither lost nor told twice when the listening connection breaks between two writes', async () => {
    const { scene, resident, worker } = await set();
    const followed = await other.follow(scene, worker, inbox);
    const wishes = [await wishOf(resident, scene)];
    await followed.count(1);
    for (let round = 0; round < 3; round += 1) {
      await breakListeners();
      wishes.push(await wishOf(resident, scene), await wishOf(resident, scene));
      expect(wishesIn(await followed.count(wishes.length))).toEqual(wishes.map(({ id }) => id));
    }
    await until(async () => (await listeners()).length === 2); // the next test's tenant is announced to both
    followed.stop();
  });

  it('is found within seconds by a process that is told nothing', async () => {
    const { scene, resident, worker } = await set();
    const deaf = await LiveServer.start(world);
    const followed = await deaf.follow(scene, worker, inbox);
    await deaf.kernel.listener.close();
    const wish = await wishOf(resident, scene);
    expect(wishesIn(await followed.count(1))).toEqual([wish.id]);
    followed.stop();
    await deaf.close();
  });

  it('of many writes at once is told in full, each once', async () => {
    const { scene, resident, worker } = await set();
    const followed = await other.follow(scene, worker, inbox);
    const made = await Promise.all(Array.from({ length: 12 }, () => wishOf(resident, scene)));
    const told = await followed.count(12);
    expect(wishesIn(told).toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    followed.stop();
  });
});

describe('what happens to one record', () => {
  it('is told by the name of the event, with the record as it then is', async () => {
    const { scene, resident, worker, sibling } = await set();
    const wish = await wishOf(resident, scene, { isPublic: false });
    await world.server.kernel.sequencer.settled();
    const followed = await other.follow(scene, resident, one, { id: wish.id });
    const unseen = await other.follow(scene, sibling, one, { id: wish.id });
    await wishOf(resident, scene);
    await succeed(worker, 'answerWish', { id: wish.id, words: '课堂下周开始。' });
    const [told] = await followed.count(1);
    expect(told).toMatchObject({ data: { recordChanged: { node: { __typename: 'Wish', id: wish.id, state: 'ACCEPTED' } } } });
    expect(namesIn(followed.told, 'recordChanged')).toEqual(['wish.accepted']);
    expect(unseen.told).toEqual([]);
    followed.stop();
    unseen.stop();
  });

  it('that is nobody’s business is told to nobody: who reads a colleague is not told when the colleague signs in', async () => {
    const { scene, worker } = await set();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const followed = await other.follow(scene, secretary, one, { id: worker.personId });
    const witness = await other.follow(scene, secretary, one, { id: scene.units.grid.id });
    await scene.write(async (tx) => tx.announce('person.signedIn', await tx.em.findOneOrFail(Person, { id: worker.personUuid ?? '' })));
    await scene.write(async (tx) => tx.announce('orgUnit.changed', await tx.em.findOneOrFail(OrgUnit, { id: scene.units.grid.uuid })));
    expect(namesIn(await witness.count(1), 'recordChanged')).toEqual(['orgUnit.changed']);
    expect(followed.told).toEqual([]);
    followed.stop();
    witness.stop();
  });

  it('that is for staff is told to staff: how a wish is sorted, its wisher is not told', async () => {
    const { scene, resident, worker } = await set();
    const { id } = await wishOf(resident, scene);
    await world.server.kernel.sequencer.settled();
    const staff = await other.follow(scene, worker, one, { id });
    const wisher = await other.follow(scene, resident, one, { id });
    await succeed(worker, 'editWish', { id, priority: 'HIGH_URGENT' });
    await succeed(worker, 'answerWish', { id, words: '课堂下周开始。' });
    expect(namesIn(await staff.count(2), 'recordChanged')).toEqual(['wish.changed', 'wish.accepted']);
    expect(namesIn(await wisher.count(1), 'recordChanged')).toEqual(['wish.accepted']);
    staff.stop();
    wisher.stop();
  });

  it('is refused where the id is none', async () => {
    const { scene, worker } = await set();
    const followed = await other.follow(scene, worker, one, { id: 'nothing' });
    expect(await followed.count(1)).toMatchObject([{ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
  });
});

describe('a connection', () => {
  it('of a page of another site is refused, cookie or none; one of our own is let in by its cookie', async () => {
    const { scene, worker } = await set();
    const cookie = world.server.cookie(scene.tenant, String(worker.token));
    expect(await other.handshake(scene, { origin: 'https://evil.example', cookie })).toBe(403);
    expect(await other.handshake(scene, { origin: 'https://evil.example' })).toBe(403);
    expect(await other.handshake(scene, { origin: 'null', cookie })).toBe(403);
    expect(await other.handshake(scene, { 'sec-fetch-site': 'cross-site', cookie })).toBe(403);
    expect(await other.handshake(scene, { origin: `http://${other.host}`, cookie })).toBe(101);
    expect(await other.handshake({ tenant: { ...scene.tenant, slug: 'nowhere' } }, {})).toBe(404);
  });

  it('at a tenant’s own domain is at that domain’s own path, and comes from there', async () => {
    const { scene, elsewhere } = await set();
    const host = 'live.example.org';
    await scene.write((tx) => tx.em.execute('update tenant set domain = ? where id = ?', [host, scene.tenant.id]));
    other.kernel.tenants.readAgain();
    await until(() => other.kernel.tenants.slugAt(host) === scene.tenant.slug);
    expect(await other.handshake(scene, { host, origin: `https://${host}` }, '/graphql')).toBe(101);
    expect(await other.handshake(scene, { host, origin: `https://${other.host}` }, '/graphql')).toBe(403);
    expect(await other.handshake(elsewhere, { host })).toBe(404);
    expect(await other.handshake(scene, {}, '/graphql')).toBe(404);
  });

  it('tells whom the cookie vouches for what that person may see', async () => {
    const { scene, resident, worker } = await set();
    const cookie = world.server.cookie(scene.tenant, String(worker.token));
    class Browser extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, { protocols, headers: { cookie, origin: `http://${other.host}` } });
      }
    }
    const client = createClient({ url: other.url(scene), webSocketImpl: Browser, retryAttempts: 0 });
    const followed = collect((sink) => client.subscribe<Record<string, unknown>>({ query: inbox }, sink));
    await until(() => other.kernel.feed.followersOf(scene.tenant.id) === 1);
    const hidden = await wishOf(resident, scene, { isPublic: false });
    expect(wishesIn(await followed.count(1))).toEqual([hidden.id]);
    await client.dispose();
  });

  it('with a token that opens nothing here is closed: invented, malformed, another tenant’s', async () => {
    const { scene, stranger } = await set();
    for (const authorization of [`Bearer wx_${scene.tenant.slug}_invented`, 'worker', `Bearer ${stranger.token}`]) {
      const code = await new Promise((resolve) => {
        const client = createClient({ url: other.url(scene), lazy: false, retryAttempts: 0, onNonLazyError: () => undefined, connectionParams: { authorization }, on: { closed: (event) => resolve(Object(event).code) } });
        void client;
      });
      expect({ authorization, code }).toEqual({ authorization, code: 4403 });
    }
  });

  it('carries subscriptions alone, within the limits of every document', async () => {
    const { scene, worker } = await set();
    const codeOf = async (query: string) => Object((await (await other.follow(scene, worker, query)).count(1))[0]?.errors?.[0]).extensions?.code;
    expect(await codeOf('{ viewer { person { id } } }')).toBe('BAD_REQUEST');
    expect(await codeOf('subscription { wishesChanged { nothing } }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await codeOf('subscription {')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await codeOf(`subscription { wishesChanged { wish { ${'mergedInto { '.repeat(12)} id ${'} '.repeat(12)} } } }`)).toBe('DOCUMENT_TOO_DEEP');
    expect(await codeOf(`subscription { wishesChanged { ${Array.from({ length: 60 }, (_, at) => `a${at}: name`).join(' ')} } }`)).toBe('TOO_MANY_ALIASES');
    expect(await codeOf(`subscription { wishesChanged { ${'name '.repeat(1_200)} } }`)).toBe('DOCUMENT_TOO_LONG');
  });

  it('is one of so many of its tenant, with so many subscriptions', async () => {
    const { scene, elsewhere, worker, stranger } = await set();
    const small = await LiveServer.start(world, { connectionsOfTenant: 1, subscriptions: 2 });
    const client = createClient({ url: small.url(scene), retryAttempts: 0, connectionParams: { authorization: `Bearer ${worker.token}` } });
    const [first, second] = [1, 2].map(() => collect((sink) => client.subscribe<Record<string, unknown>>({ query: inbox }, sink)));
    await until(() => small.kernel.feed.followersOf(scene.tenant.id) === 2);
    const third = collect((sink) => client.subscribe<Record<string, unknown>>({ query: inbox }, sink));
    expect(await third.count(1)).toMatchObject([{ errors: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] }]);
    expect(await small.handshake(scene, {})).toBe(503);
    const foreign = await small.follow(elsewhere, stranger, inbox);
    expect([first?.isOver, second?.isOver, foreign.isOver]).toEqual([false, false, false]);
    foreign.stop();
    await client.dispose();
    await until(async () => (await small.handshake(scene, {})) === 101);
    await small.close();
  });

  it('takes no more places from one address, and counts who signs in as themselves', async () => {
    const { scene, elsewhere, worker } = await set();
    const small = await LiveServer.start(world, { connectionsOfOne: 2 });
    const nobodies = [await small.follow(scene, scene.anonymous, inbox), await small.follow(scene, scene.anonymous, inbox)];
    await until(() => small.kernel.feed.followersOf(scene.tenant.id) === 2);
    expect(await small.handshake(scene, {})).toBe(503);
    expect(await small.handshake(elsewhere, {})).toBe(101);
    nobodies[0]?.stop();
    await until(async () => (await small.handshake(scene, {})) === 101);
    // Two of the worker's, which leave the address its place; a third is one too many.
    const own = [await small.follow(scene, worker, inbox), await small.follow(scene, worker, inbox)];
    await until(() => small.kernel.feed.followersOf(scene.tenant.id) === 3);
    const third = await small.follow(scene, worker, inbox);
    await until(() => third.isOver);
    expect(third.told).toEqual([]);
    expect(own.map(({ isOver }) => isOver)).toEqual([false, false]);
    await until(async () => (await small.handshake(scene, {})) === 101);
    for (const follower of [...nobodies, ...own]) follower.stop();
    await small.close();
  });

  it('is let go of when its client does not answer pings', async () => {
    const { scene } = await set();
    const impatient = await LiveServer.start(world, { pingEveryMs: 50 });
    const followed = await impatient.follow(scene, scene.anonymous, inbox);
    // The client's library answers pings; a raw socket that only shook hands does not.
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const { connect } = await import('node:net');
    const [host, port] = impatient.host.split(':');
    const raw = connect(Number(port), host, () =>
      raw.write(
        `GET /t/${scene.tenant.slug}/graphql HTTP/1.1\r\nHost: ${impatient.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
      ),
    );
    raw.resume().on('error', () => undefined).on('close', resolve);
    const since = performance.now();
    await gone;
    expect(performance.now() - since).toBeLessThan(1_000);
    expect(followed.isOver).toBe(false);
    followed.stop();
    await impatient.close();
  });

  it('ends when the server stops, and holds the stop up no longer', async () => {
    const { scene, worker } = await set();
    const stopping = await LiveServer.start(world);
    const followed = await stopping.follow(scene, worker, inbox);
    const stream = await streamed(stopping, scene, worker);
    const since = performance.now();
    await stopping.close();
    expect(performance.now() - since).toBeLessThan(3_000);
    await until(() => followed.isOver && stream.isOver);
    expect([followed.told, stream.told]).toEqual([[], []]);
  });
});

describe('server-sent events', () => {
  it('tell the same to the same people, where WebSockets do not pass', async () => {
    const { scene, resident, worker, sibling } = await set();
    const staff = await streamed(other, scene, worker);
    const outsider = await streamed(other, scene, sibling);
    const hidden = await wishOf(resident, scene, { isPublic: false });
    const shown = await wishOf(resident, scene);
    expect(wishesIn(await staff.count(2))).toEqual([hidden.id, shown.id]);
    expect(wishesIn(await outsider.count(1))).toEqual([shown.id]);
    staff.stop();
    outsider.stop();
    await until(() => other.kernel.feed.followersOf(scene.tenant.id) === 0);
  });

  it('refuse a page of another site that comes with our cookie, a form’s text, and queries', async () => {
    const { scene, worker } = await set();
    const post = (headers: Record<string, string>, query = inbox) =>
      fetch(other.url(scene, 'http'), { method: 'POST', headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
    const cookie = world.server.cookie(scene.tenant, String(worker.token));
    expect((await post({ cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ cookie, 'content-type': 'text/plain' })).status).toBe(400);
    const answer = await post({}, '{ viewer { person { id } } }');
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/event-stream; charset=utf-8', expect.stringContaining('BAD_REQUEST')]);
  });
});

/** Subscribes by a stream of events. */
async function streamed(server: LiveServer, scene: Scene, { token }: Caller) {
  const client = createStreamClient({ url: server.url(scene, 'http'), retryAttempts: 0, headers: { authorization: `Bearer ${token}` } });
  const before = server.kernel.feed.followersOf(scene.tenant.id);
  const followed = collect((sink) => client.subscribe<Record<string, unknown>>({ query: inbox }, sink));
  await until(() => server.kernel.feed.followersOf(scene.tenant.id) > before);
  return followed;
}

/** Backends of the test's database that listen: each server has one. */
async function listeners(): Promise<number[]> {
  const database = new URL(world.server.database.databaseUrl).pathname.slice(1);
  const { rows } = await withClient(testPostgresUrl(), (admin) =>
    admin.query<{ pid: number }>(`select pid from pg_stat_activity where datname = $1 and query ilike 'listen %'`, [database]),
  );
  return rows.map(({ pid }) => pid);
}

/** Ends the listening connections once both servers have theirs. */
async function breakListeners(): Promise<void> {
  await until(async () => (await listeners()).length === 2);
  const pids = await listeners();
  await withClient(testPostgresUrl(), (admin) => admin.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [pids]));
}
