import { removeOrphans } from '@weixiang/kernel';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityImporter } from '../activities/activity.importer.js';
import { routes } from '../routes.js';
import { type Caller, importCells, type Scene, upload, verdict, World } from '../testkit/index.js';
import { wishImporter } from '../wishes/wish.importer.js';
import { forgetWaitingPhotos } from './photo.cron.js';

const make = `mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id isPublic photos { nodes { id width height isHidden } } } refusals { code field } } }`;
const edit = `mutation ($input: EditWishInput!) { editWish(input: $input) { wish { id } refusals { code field } } }`;
const assign = `mutation ($input: AssignWishInput!) { assignWish(input: $input) { wish { id } refusals { code field } } }`;
const hide = `mutation ($input: HidePhotoInput!) { hidePhoto(input: $input) { photo { id version isHidden hiddenReason } refusals { code field } } }`;
const show = `mutation ($input: ShowPhotoInput!) { showPhoto(input: $input) { photo { id isHidden hiddenReason } refusals { code field } } }`;
const discard = `mutation ($input: DiscardPhotoInput!) { discardPhoto(input: $input) { discarded refusals { code field } } }`;
const seen = `query ($id: ID!) { photo(id: $id) { id } }`;
const ofWish = `query ($id: ID!) { wish(id: $id) { photos { totalCount nodes { id hiddenReason mayHide } } history { nodes { name words } } } }`;
const day = 24 * 3_600_000;

describe('photos', () => {
  let world: World;
  let jpeg: Buffer;
  beforeAll(async () => {
    world = await World.start({ routes });
    jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a62b23' } }).jpeg().toBuffer();
  });
  afterAll(() => world.close());

  const send = ({ tenant }: Scene, { token }: Caller, content: Buffer | null = jpeg) => upload(world.server, { path: `/t/${tenant.slug}/photos`, token, content, fileName: 'IMG_0001.HEIC' });
  const sent = async (scene: Scene, by: Caller): Promise<string> => String((await send(scene, by)).body['id']);
  const wishOf = (scene: Scene, photos: readonly string[], more: object = {}) => ({ orgUnit: scene.units.grid.id, words: '楼道灯不亮', channel: 'ONLINE_HOME', photos, ...more });
  const wished = async (scene: Scene, by: Caller, photos: readonly string[], more: object = {}): Promise<string> => Object((await by.do(make, { input: wishOf(scene, photos, more) }))['makeWish']).wish.id;
  const get = ({ tenant }: Scene, { token }: Caller, path: string, headers: Record<string, string> = {}) =>
    world.server.http.inject({ url: `/t/${tenant.slug}/photos/${path}`, headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers } });
  /** Who sees a photo: by the API, the picture and the small one alike. */
  const sees = async (scene: Scene, by: Caller, id: string): Promise<boolean> => {
    const byApi = (await by.do(seen, { id }))['photo'] !== null;
    for (const path of [id, `${id}/thumbnail`]) expect((await get(scene, by, path)).statusCode).toBe(byApi ? 200 : 404);
    return byApi;
  };

  it('are sent by the signed-in, served as WebP that nothing else can be made of, and asked for again each time', async () => {
    const scene = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    expect((await send(scene, scene.anonymous)).status).toBe(401);
    const { status, body } = await send(scene, resident);
    expect({ status, body }).toEqual({ status: 201, body: { id: expect.stringMatching(/^photo_/), width: 640, height: 480 } });
    const answer = await get(scene, resident, String(body['id']));
    expect(answer.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache', 'cross-origin-resource-policy': 'same-origin' });
    expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 640, height: 480 });
    expect(await sharp((await get(scene, resident, `${String(body['id'])}/thumbnail`)).rawPayload).metadata()).toMatchObject({ width: 480, height: 360 });
    const again = await get(scene, resident, String(body['id']), { 'if-none-match': String(answer.headers['etag']) });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    expect((await get(scene, scene.anonymous, String(body['id']), { 'if-none-match': String(answer.headers['etag']) })).statusCode).toBe(404);
  });

  it('are refused when they are none, too large, or too many wait', async () => {
    const scene = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    expect(await send(scene, resident, Buffer.from('<svg/>'))).toMatchObject({ status: 400, body: { code: 'PHOTO_KIND_UNKNOWN' } });
    expect(await send(scene, resident, jpeg.subarray(0, 200))).toMatchObject({ status: 400, body: { code: 'PHOTO_UNREADABLE' } });
    expect(await send(scene, resident, null)).toMatchObject({ status: 400, body: { code: 'UPLOAD_WITHOUT_FILE' } });
    expect(await send(scene, resident, Buffer.concat([jpeg, Buffer.alloc(11 * 1024 * 1024)]))).toMatchObject({ status: 413, body: { code: 'UPLOAD_TOO_LARGE' } });
    for (let count = 0; count < 18; count += 1) expect((await send(scene, resident)).status).toBe(201);
    expect(await send(scene, resident)).toMatchObject({ status: 429, body: { code: 'PHOTOS_WAITING' } });
  });

  it('that wait are their uploader’s alone, to see, to throw away and to attach', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    const neighbour = await scene.as('resident', scene.units.grid);
    const id = await sent(scene, resident);
    const strangers = [scene.anonymous, neighbour, await scene.as('communitySecretary', scene.units.community), await scene.as('tenantAdministrator', scene.units.district), await scene.as('auditor', scene.units.district)];
    for (const stranger of strangers) expect(await sees(scene, stranger, id)).toBe(false);
    expect(await sees(other, await other.as('resident', other.units.grid), id)).toBe(false);
    expect(await sees(scene, resident, id)).toBe(true);
    expect(verdict(await scene.anonymous.ask(discard, { input: { id } }))).toBe('NOT_FOUND id');
    expect(verdict(await neighbour.ask(discard, { input: { id } }))).toBe('NOT_FOUND id');
    expect(verdict(await neighbour.ask(make, { input: wishOf(scene, [id]) }))).toBe('NOT_FOUND photos');
    expect(verdict(await (await other.as('resident', other.units.grid)).ask(make, { input: wishOf(other, [id]) }))).toBe('NOT_FOUND photos');
    expect(verdict(await resident.ask(discard, { input: { id } }))).toBe('done');
    expect(verdict(await resident.ask(discard, { input: { id } }))).toBe('NOT_FOUND id');
  });

  it('are attached to a wish in their order, six at most, once', async () => {
    const scene = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    const ids: string[] = [];
    for (let count = 0; count < 7; count += 1) ids.push(await sent(scene, resident));
    expect(verdict(await resident.ask(make, { input: wishOf(scene, ids) }))).toBe('TOO_MANY_PHOTOS photos');
    expect(verdict(await resident.ask(make, { input: wishOf(scene, ['photo_nonsense']) }))).toBe('NOT_FOUND photos');
    const mine = [ids[3], ids[0], ids[3]].map(String);
    const { makeWish } = await resident.do(make, { input: wishOf(scene, mine) });
    expect(Object(makeWish).wish.photos.nodes.map(({ id }: { id: string }) => id)).toEqual([ids[3], ids[0]]);
    expect(verdict(await resident.ask(make, { input: wishOf(scene, mine) }))).toBe('PHOTO_ATTACHED photos');
    expect(verdict(await resident.ask(discard, { input: { id: ids[0] } }))).toBe('FORBIDDEN');
  });

  it('are attached once when two wishes take one at the same time', async () => {
    const scene = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    const id = await sent(scene, resident);
    const verdicts = await Promise.all(['甲', '乙'].map((words) => resident.ask(make, { input: wishOf(scene, [id], { words }) })));
    expect(verdicts.map(verdict).toSorted()).toEqual(['PHOTO_ATTACHED photos', 'done']);
  });

  it('show to whom their wish shows: to everybody on the wall, else to its wisher and staff', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    const neighbour = await scene.as('resident', scene.units.grid);
    const worker = await scene.as('gridWorker', scene.units.grid);
    const sibling = await scene.as('gridWorker', scene.units.siblingGrid);
    const [open, closed] = [await sent(scene, resident), await sent(scene, resident)];
    const wish = await wished(scene, resident, [open]);
    const unshown = await wished(scene, resident, [closed], { isPublic: false });
    const view = async (id: string): Promise<boolean[]> => {
      const all: boolean[] = [];
      for (const by of [scene.anonymous, neighbour, sibling, worker, resident]) all.push(await sees(scene, by, id));
      return all;
    };
    expect(await view(open)).toEqual([true, true, true, true, true]);
    expect(await view(closed)).toEqual([false, false, false, true, true]);
    expect(await sees(other, await other.as('gridWorker', other.units.district), open)).toBe(false);
    // Taken off the wall, and handed to the sibling grid, the photos go along.
    await resident.do(edit, { input: { id: wish, isPublic: false } });
    expect(await view(open)).toEqual([false, false, false, true, true]);
    const secretary = await scene.as('communitySecretary', scene.units.community);
    expect(verdict(await secretary.ask(assign, { input: { id: unshown, orgUnit: scene.units.siblingGrid.id } }))).toBe('done');
    expect(await view(closed)).toEqual([false, false, true, false, true]);
  });

  it('are hidden by staff with a reason, which the wisher and the history tell, and shown again', async () => {
    const scene = await world.scene();
    const other = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    const worker = await scene.as('gridWorker', scene.units.grid);
    const id = await sent(scene, resident);
    const wish = await wished(scene, resident, [id]);
    const input = { id, reason: '拍到了孩子的脸' };
    expect(verdict(await scene.anonymous.ask(hide, { input }))).toBe('FORBIDDEN');
    expect(verdict(await (await other.as('gridWorker', other.units.grid)).ask(hide, { input }))).toBe('NOT_FOUND id');
    expect(verdict(await (await scene.as('gridWorker', scene.units.siblingGrid)).ask(hide, { input }))).toBe('FORBIDDEN');
    expect(verdict(await resident.ask(hide, { input }))).toBe('FORBIDDEN');
    expect(verdict(await worker.ask(hide, { input: { ...input, reason: ' ' } }))).toBe('REQUIRED reason');
    expect(verdict(await worker.ask(hide, { input: { ...input, version: 1 } }))).toBe('CHANGED_MEANWHILE version');
    expect(verdict(await worker.ask(show, { input: { id } }))).toBe('PHOTO_SHOWS id');
    const twice = await Promise.all([worker.ask(hide, { input }), worker.ask(hide, { input })]);
    expect(twice.map(verdict).toSorted()).toEqual(['PHOTO_HIDDEN id', 'done']);
    expect(await sees(scene, scene.anonymous, id)).toBe(false);
    expect(await scene.anonymous.do(ofWish, { id: wish })).toMatchObject({ wish: { photos: { totalCount: 0 } } });
    expect(await resident.do(ofWish, { id: wish })).toMatchObject({ wish: { photos: { nodes: [{ id, hiddenReason: '拍到了孩子的脸', mayHide: false }] }, history: { nodes: [] } } });
    expect(await worker.do(ofWish, { id: wish })).toMatchObject({ wish: { photos: { nodes: [{ id, mayHide: true }] } } });
    expect(Object((await worker.do(ofWish, { id: wish }))['wish']).history.nodes[0]).toEqual({ name: 'wish.photoHidden', words: '拍到了孩子的脸' });
    expect((await worker.do(show, { input: { id } }))['showPhoto']).toEqual({ photo: { id, isHidden: false, hiddenReason: null }, refusals: [] });
    expect(await sees(scene, scene.anonymous, id)).toBe(true);
  });

  it('of an activity are attached by its project’s staff, and public when the project is', async () => {
    const scene = await world.scene();
    const secretary = await scene.as('communitySecretary', scene.units.community);
    const lead = await scene.as('projectLead', scene.units.community);
    const { createProject } = await secretary.do(`mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } refusals { code } } }`, {
      input: { type: 'general', name: '绿化', code: 'QC-1', orgUnit: scene.units.community.id, lead: lead.personId },
    });
    const project = Object(createProject).project.id;
    await importCells(scene, activityImporter, [{ 日期: '2025-03-12', 项目编号: 'QC-1', 活动名称: '植树', 服务类型: '绿化', 地点: '小区广场', 服务人次: 3 }]);
    const list = `{ activities { nodes { id kind { id } photos { nodes { id } } } } }`;
    const [first] = Object((await secretary.do(list))['activities']).nodes;
    const attach = `mutation ($input: AttachActivityPhotosInput!) { attachActivityPhotos(input: $input) { activity { photos { nodes { id } } } refusals { code field } } }`;
    const stranger = await scene.as('communitySecretary', scene.units.siblingCommunity);
    const [a, b, c] = [await sent(scene, lead), await sent(scene, lead), await sent(scene, stranger)];
    expect(verdict(await scene.anonymous.ask(attach, { input: { activity: first.id, photos: [a] } }))).toBe('NOT_FOUND activity');
    expect(verdict(await stranger.ask(attach, { input: { activity: first.id, photos: [c] } }))).toBe('NOT_FOUND activity');
    expect(verdict(await secretary.ask(attach, { input: { activity: first.id, photos: [a] } }))).toBe('NOT_FOUND photos');
    expect((await lead.do(attach, { input: { activity: first.id, photos: [b, a] } }))['attachActivityPhotos']).toEqual({ activity: { photos: { nodes: [{ id: b }, { id: a }] } }, refusals: [] });
    const record = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { activity { photos { nodes { id } } } refusals { code field } } }`;
    const own = await sent(scene, secretary);
    const { recordActivity } = await secretary.do(record, { input: { project, kind: first.kind.id, date: '2026-05-18', visits: 3, photos: [own] } });
    expect(recordActivity).toEqual({ activity: { photos: { nodes: [{ id: own }] } }, refusals: [] });
    expect([await sees(scene, scene.anonymous, own), await sees(scene, stranger, own), await sees(scene, secretary, a)]).toEqual([false, false, true]);
    await secretary.do(`mutation ($id: ID!) { publishProject(input: { id: $id }) { project { id } refusals { code } } }`, { id: project });
    expect(await sees(scene, scene.anonymous, own)).toBe(true);
    expect(await sees(scene, scene.anonymous, a)).toBe(true);
  });

  it('that nobody attached go after a day, with their files; attached ones stay', async () => {
    const scene = await world.scene();
    const { kernel, clock } = world.server;
    const start = clock.now();
    const resident = await scene.as('resident', scene.units.grid);
    const [waiting, kept, thrown] = [await sent(scene, resident), await sent(scene, resident), await sent(scene, resident)];
    await wished(scene, resident, [kept]);
    await resident.do(discard, { input: { id: thrown } });
    const sweep = async (): Promise<number> => {
      await scene.write((tx) => forgetWaitingPhotos.run(tx));
      return removeOrphans(kernel, scene.tenant.id);
    };
    clock.set(new Date(start.getTime() + day));
    expect(await sweep()).toBe(0);
    clock.advance(1);
    expect(await sweep()).toBe(4);
    clock.set(start);
    expect(await sees(scene, resident, waiting)).toBe(false);
    expect(await sees(scene, resident, kept)).toBe(true);
    expect(await sees(scene, scene.anonymous, kept)).toBe(true);
  });

  it('are read with their wishes in the same number of statements, however many there are', async () => {
    const scene = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    const list = '{ wishes(first: 50) { nodes { id photos(first: 6) { nodes { id width height } } } } }';
    await wished(scene, resident, [await sent(scene, resident)]);
    await world.server.takeStatements();
    await resident.do(list);
    const one = (await world.server.takeStatements()).length;
    for (let count = 0; count < 3; count += 1) await wished(scene, resident, [await sent(scene, resident), await sent(scene, resident)]);
    await world.server.takeStatements();
    await resident.do(list);
    expect((await world.server.takeStatements()).length).toBe(one);
  });

  it('leave the wall with a wish that a ledger’s answer takes off it', async () => {
    const scene = await world.scene();
    const resident = await scene.as('resident', scene.units.grid);
    const photo = await sent(scene, resident);
    const wish = await wished(scene, resident, [photo]);
    expect(await sees(scene, scene.anonymous, photo)).toBe(true);
    const { recordedOn } = Object(await resident.do('query ($id: ID!) { wish(id: $id) { recordedOn } }', { id: wish })).wish;
    const cells = { 登记日期: recordedOn, 来源渠道: '网上之家', 所属网格编码: 'Q-01-01-G1', 心愿内容: '楼道灯不亮', 办理状态: '已答复', 答复: '请打19900002222' };
    const outcomes = await scene.write((tx) => wishImporter.importRows(tx, [{ row: 2, cells, content: JSON.stringify(cells), occurrence: 0, record: wish }], () => undefined));
    expect(outcomes).toEqual([{ kind: 'accepted' }]);
    expect((await scene.anonymous.do('query ($id: ID!) { wish(id: $id) { id } }', { id: wish })).wish).toBeNull();
    expect(await sees(scene, scene.anonymous, photo)).toBe(false);
    expect(await sees(scene, resident, photo)).toBe(true);
  });
});
