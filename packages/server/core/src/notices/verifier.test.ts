import { withClient } from '@weixiang/kernel/testkit';
import { verifySeries, type SeriesHead, type SeriesNotice } from '@weixiang/shared';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../routes.js';
import { type Scene, World } from '../testkit/index.js';

const script = fileURLToPath(new URL('../../../../../scripts/verify-notices.mjs', import.meta.url));
const publish = 'mutation ($input: PublishNoticeInput!) { publishNotice(input: $input) { notice { number hash } refusals { code } } }';
const sha256 = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** The exported file. */
interface Exported {
  format: string;
  head: SeriesHead;
  notices: SeriesNotice[];
}

describe('the public verifier', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weixiang-notices-'));
  let world: World;
  beforeAll(async () => {
    world = await World.start({ routes });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  async function exported({ tenant }: Scene): Promise<Exported> {
    const answer = await world.server.http.inject({ method: 'GET', url: `/t/${tenant.slug}/notices.json` });
    expect(answer.statusCode).toBe(200);
    return Object(answer.json());
  }

  /** What the stand-alone script prints and how it ends. */
  function run(file: Exported, ...heads: string[]): { code: number; lines: string[] } {
    const path = join(folder, 'notices.json');
    writeFileSync(path, JSON.stringify(file));
    try {
      const text = execFileSync(process.execPath, [script, path, ...heads.flatMap((head) => ['--head', head])], { encoding: 'utf8' });
      return { code: 0, lines: text.trim().split('\n') };
    } catch (error) {
      const { status, stdout } = Object(error);
      return { code: status, lines: String(stdout).trim().split('\n') };
    }
  }

  /** Four notices, what the database's owner does to them, and what the file says then. */
  async function tampered(change: (client: Client) => Promise<unknown>): Promise<{ before: Exported; after: Exported; found: unknown; script: ReturnType<typeof run>; intact: unknown }> {
    const scene = await world.scene();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    for (const title of ['甲', '乙', '丙', '丁']) await officer.do(publish, { input: { title, body: `${title}的内容\n第二行`, kind: 'OTHER' } });
    const before = await exported(scene);
    await withClient(world.server.database.databaseOwnerUrl, async (client) => {
      await client.query(`set app.tenant_id = '${scene.tenant.id}'`);
      await change(client);
    });
    const after = await exported(scene);
    const { faults } = await verifySeries(after.notices, [after.head], sha256);
    const { noticeChain } = await scene.anonymous.do('{ noticeChain { intact } }');
    return { before, after, found: faults, script: run(after), intact: Object(noticeChain).intact };
  }

  it('finds nothing in a series as it was published, and knows its head', async () => {
    const { after, found, script: said, intact } = await tampered(async () => undefined);
    expect(after).toMatchObject({ format: 'weixiang-notices/1', head: { number: 4, hash: after.notices.at(-1)?.hash } });
    expect(found).toEqual([]);
    expect(said).toEqual({ code: 0, lines: [`intact: 4 notices, head 4:${after.head.hash}`] });
    expect(intact).toBe(true);
  });

  it('finds a notice that was edited', async () => {
    const { found, script: said, intact } = await tampered((client) => client.query(`update notice set body = '别的内容' where number = 2`));
    expect(found).toEqual([{ kind: 'edited', number: 2 }]);
    expect(said).toEqual({ code: 1, lines: ['notice 2 edited'] });
    expect(intact).toBe(false);
  });

  it('finds a notice that was edited together with its own hash', async () => {
    const { found, script: said } = await tampered(async (client) => {
      const { rows } = await client.query(`select previous_hash, kind, body, published_at from notice where number = 2`);
      const [{ previous_hash: before, kind, body, published_at: at }] = rows;
      const hash = await sha256(`${before}\n${JSON.stringify([2, '改过的', body, kind, at.toISOString(), null, null])}`);
      await client.query(`update notice set title = '改过的', hash = $1 where number = 2`, [hash]);
    });
    expect(found).toEqual([{ kind: 'unlinked', number: 3 }]);
    expect(said.code).toBe(1);
  });

  it('finds a notice that was deleted', async () => {
    const { found, script: said, intact } = await tampered((client) => client.query('delete from notice where number = 2'));
    expect(found).toEqual([{ kind: 'missing', number: 2 }]);
    expect(said).toEqual({ code: 1, lines: ['notice 2 missing'] });
    expect(intact).toBe(false);
  });

  it('finds two notices that were swapped, by their numbers or by their words', async () => {
    const swaps = [
      `update notice set number = case number when 2 then 903 else 902 end where number in (2, 3)`,
      `update notice set (title, body, published_at) = (select title, body, published_at from notice other where other.number = 5 - notice.number and other.tenant_id = notice.tenant_id) where number in (2, 3)`,
    ];
    for (const swap of swaps) {
      const { found, script: said, intact } = await tampered(async (client) => {
        await client.query(swap);
        await client.query('update notice set number = number - 900 where number > 900');
      });
      expect(found).toEqual([{ kind: 'misplaced', number: 2, belongsAt: 3 }, { kind: 'misplaced', number: 3, belongsAt: 2 }]);
      expect(said).toEqual({ code: 1, lines: ['notice 2 misplaced: belongs at 3', 'notice 3 misplaced: belongs at 2'] });
      expect(intact).toBe(false);
    }
  });

  it('finds an end that was cut off, even with its counter, by a head that somebody kept', async () => {
    const cut = await tampered((client) => client.query('delete from notice where number > 2'));
    expect(cut.after.head).toEqual({ number: 4, hash: null });
    expect(cut.found).toEqual([{ kind: 'cutOff', number: 3, until: 4 }]);
    expect(cut.script).toEqual({ code: 1, lines: ['notice 3 cut off: 4 were published'] });
    const hidden = await tampered(async (client) => {
      await client.query('delete from notice where number > 2');
      await client.query(`update counter set value = 2 where name = 'notice'`);
    });
    expect(hidden.found).toEqual([]);
    const kept = hidden.before.head;
    expect((await verifySeries(hidden.after.notices, [hidden.after.head, kept], sha256)).faults).toEqual([{ kind: 'cutOff', number: 3, until: 4 }]);
    expect(run(hidden.after, `4:${kept.hash}`)).toEqual({ code: 1, lines: ['notice 3 cut off: 4 were published'] });
  });

  it('finds a series that was written anew, by a head that somebody kept', async () => {
    const one = await tampered(async () => undefined);
    world.server.clock.advance(60_000);
    const other = await tampered((client) => client.query(`delete from notice where number = 4`));
    const head = `3:${one.after.notices[2]?.hash}`;
    expect(run({ ...other.after, head: { number: 3, hash: null } }, head)).toMatchObject({ code: 1, lines: ['notice 3 replaced: another hash was kept of it'] });
  });

  it('tells everybody the head, and nothing of another tenant', async () => {
    const [scene, empty] = [await world.scene(), await world.scene()];
    const officer = await scene.as('organisationOfficer', scene.units.district);
    const { publishNotice } = await officer.do(publish, { input: { title: '甲', body: '乙', kind: 'OTHER' } });
    expect((await scene.anonymous.ask('{ noticeHead { number hash } }')).data).toEqual({ noticeHead: { number: 1, hash: Object(publishNotice).notice.hash } });
    expect((await empty.anonymous.ask('{ noticeHead { number hash } }')).data).toEqual({ noticeHead: { number: 0, hash: '0'.repeat(64) } });
    expect((await exported(empty)).notices).toEqual([]);
  });
});
