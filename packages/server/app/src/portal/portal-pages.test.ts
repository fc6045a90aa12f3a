import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { World, type Scene } from '@weixiang/core/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from '../installed.js';
import { serviceWorker } from './app-shell.js';
import { brandPicture } from './brand-picture.js';
import { headTags, pageHead } from './page-head.js';
import { webManifest } from './web-manifest.js';

const make = 'mutation ($input: MakeWishInput!) { makeWish(input: $input) { wish { id } refusals { code } } }';

describe('a page of the portal, as a chat program reads it', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ plugins });
  });
  afterAll(() => world.close());

  async function wishIn(scene: Scene, more: object): Promise<string> {
    const resident = await scene.as('resident', scene.units.grid, '马桂英');
    const made = await resident.do(make, { input: { orgUnit: scene.units.grid.id, words: '盼修灯', channel: 'ONLINE_HOME', ...more } });
    return Object(made).makeWish.wish.id;
  }
  const headOf = ({ tenant }: Scene, path: string) => pageHead(world.server.kernel, tenant, path);

  it('says what the page says to nobody, and no telephone', async () => {
    const scene = await world.scene();
    const id = await wishIn(scene, { words: '3号楼西侧路灯坏了一个月\n请打19900007274' });
    expect(await headOf(scene, `/wishes/${id}`)).toEqual({
      type: 'article',
      title: '“3号楼西侧路灯坏了一个月 请打（电话已隐去）”·某区红色项目',
      description: expect.stringContaining('某区Q-01-01-G1'),
    });
  });

  it('says nothing of what is not public, not there, or another tenant’s', async () => {
    const [scene, other] = [await world.scene(), await world.scene()];
    const own = await headOf(scene, '/');
    expect(own).toEqual({ type: 'website', title: '某区红色项目', description: '某区居民心愿：说了有人听，听了有回音。' });
    const paths = [`/wishes/${await wishIn(scene, { isPublic: false })}`, `/wishes/${await wishIn(other, {})}`, '/wishes/wish_00000000000000000000000000', '/projects/project_00000000000000000000000000', '/wishes/new', '/me', '/wishes/%00', ''];
    for (const path of paths) expect({ path, head: await headOf(scene, path) }).toEqual({ path, head: own });
  });

  it('is text and stays text, whatever was written', () => {
    const tenant = { brand: { name: '“<b>&\'', seal: '某', color: '#a62b23' } };
    const tags = headTags({ title: '</title><script>alert(1)</script>', description: '" onload="x', type: 'article' }, tenant, { at: 'https://a.example/t/x/"><script>', base: 'https://a.example/t/x', path: '/t/x' });
    expect(tags).not.toMatch(/<script|<b>|" onload/);
    expect(tags).toContain('<title>&#60;/title&#62;&#60;script&#62;alert(1)&#60;/script&#62;</title>');
    expect(tags).toContain('<meta property="og:image" content="https://a.example/t/x/share.png" />');
  });
});

describe('the portal on a telephone’s home screen', () => {
  const tenant = { id: 'a', name: { zh: '谯城区', en: 'Qiaocheng' }, brand: { name: '谯城区红色项目', seal: '谯', color: '#a62b23' } };

  it('has the brand’s name, colour and icons, below its own path', () => {
    expect(webManifest(tenant, '/t/qiaocheng')).toMatchObject({ name: '谯城区红色项目·谯城区', start_url: '/t/qiaocheng/', scope: '/t/qiaocheng/', theme_color: '#a62b23', icons: [{ src: '/t/qiaocheng/icon-192.png', sizes: '192x192' }, { src: '/t/qiaocheng/icon-512.png' }] });
    expect(webManifest(tenant, '')).toMatchObject({ id: '/', start_url: '/', scope: '/', icons: [{ src: '/icon-192.png' }, { src: '/icon-512.png' }] });
  });

  it('has pictures in the brand’s colour with its seal in them, drawn anew when the brand changes', async () => {
    const icon = await brandPicture(tenant, 'icon-192.png');
    expect(await sharp(icon).metadata()).toMatchObject({ format: 'png', width: 192, height: 192 });
    const { data, info } = await sharp(icon).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const pixel = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
    expect(pixel(2, 2)).toEqual([0xa6, 0x2b, 0x23]);
    // The seal is white strokes in the middle.
    const middle = Array.from({ length: 60 }, (_, at) => pixel(66 + at, 96)).filter(([red = 0, green = 0]) => red > 240 && green > 240);
    expect(middle.length).toBeGreaterThan(4);
    expect(await sharp(await brandPicture(tenant, 'share.png')).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect(await brandPicture(tenant, 'icon-192.png')).toBe(icon);
    const changed = await brandPicture({ ...tenant, brand: { ...tenant.brand, seal: '嘉', color: '#1d4f91' } }, 'icon-192.png');
    expect(changed.equals(icon)).toBe(false);
  });

  it('keeps the empty shell alone, and is another when the build is', () => {
    const built = mkdtempSync(join(tmpdir(), 'weixiang-built-'));
    mkdirSync(join(built, '.vite'));
    const chunks = { 'portal.html': { file: 'assets/portal.js', imports: ['_first.js'], css: ['assets/first.css'] }, '_first.js': { file: 'assets/first.js' }, 'src/portal/me.page.tsx': { file: 'assets/me.js' } };
    writeFileSync(join(built, '.vite/manifest.json'), JSON.stringify(chunks));
    writeFileSync(join(built, 'portal.html'), '<title></title>');
    writeFileSync(join(built, 'portal-worker.js'), '// worker');
    const shellOf = (worker: string) => JSON.parse(/^const shell = (.*);$/m.exec(worker)?.[1] ?? '');
    const shell = shellOf(serviceWorker(built, 'qiaocheng', '/t/qiaocheng'));
    expect(shell).toEqual({ slug: 'qiaocheng', base: '/t/qiaocheng', version: expect.any(String), files: ['/web/assets/first.css', '/web/assets/first.js', '/web/assets/portal.js'] });
    writeFileSync(join(built, 'portal.html'), '<title>new</title>');
    expect(shellOf(serviceWorker(built, 'qiaocheng', '/t/qiaocheng')).version).not.toBe(shell.version);
    rmSync(built, { recursive: true });
  });
});
