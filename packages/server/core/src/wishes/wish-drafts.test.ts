import type { Transaction } from '@weixiang/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { type Scene, World } from '../testkit/index.js';
import { WishAnswer } from './wish-answer.entity.js';
import { answerOf } from './wish-answer.service.js';
import { Wish } from './wish.entity.js';
import { WishChannel, WishScope, WishState } from './wish.enums.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.close());

const words = (at: number): string => `第${at}盏路灯坏了，请打13900001234`;

/** Wishes, every second with an answer, as they are after `write` has written them. */
async function traces(scene: Scene, count: number, write: (tx: Transaction, wishes: Wish[], answers: WishAnswer[]) => Promise<unknown>): Promise<unknown> {
  await scene.write(async (tx) => {
    const unit = await tx.em.findOneOrFail(OrgUnit, { tenantId: tx.tenant.id, code: 'Q-01-01-G1' });
    const wishes: Wish[] = [];
    const answers: WishAnswer[] = [];
    for (let at = 1; at <= count; at += 1) {
      const wish = tx.draft(Wish, {
        number: at, words: words(at), orgUnit: unit, orgPath: unit.orgPath, state: WishState.SUBMITTED, workflowVersion: 1, channel: WishChannel.WECHAT_GROUP,
        scope: at % 3 === 0 ? WishScope.COMMON : null, recordedOn: '2026-03-04', wisherName: `沈雨桐'\\`, isPublic: at % 2 === 0, isHeldBack: false,
      });
      wishes.push(wish);
      if (at % 2 === 0) answers.push((wish.lastAnswer = tx.draft(WishAnswer, answerOf(tx, wish, { words: '\u0001这就办', answeredByLabel: null }))));
    }
    await write(tx, wishes, answers);
  });
  const rows = (sql: string): Promise<unknown[]> => scene.write((tx) => tx.em.execute(sql, [tx.tenant.id]));
  const own = `- 'id' - 'created_at' - 'tenant_id'`;
  return {
    wishes: await rows(`select to_jsonb(wish) ${own} - 'org_unit_id' - 'org_path' - 'recorded_path' - 'last_answer_id' as wish, org_path = recorded_path as has_path, (select words from wish_answer answer where answer.tenant_id = wish.tenant_id and answer.id = last_answer_id and answer.wish_id = wish.id) as answer from wish where tenant_id = ? order by number`),
    answers: await rows(`select words, wall_words, state, is_public, org_path = recorded_path as has_path, version from wish_answer where tenant_id = ? order by id`),
    events: await rows(`select name, subject, payload::jsonb #- '{changes,orgUnit}' #- '{changes,wish}' #- '{changes,at}' #- '{changes,lastAnswer}' as payload, jsonb_exists_any(payload::jsonb -> 'changes', array['lastAnswer', 'wish']) as has_other from event where tenant_id = ? and subject like 'Wish%' order by subject, payload -> 'changes' -> 'number' ->> 1`),
    tokens: await rows(`select kind, token, (select number from wish where wish.tenant_id = search_token.tenant_id and wish.id = record_id) as number from search_token where tenant_id = ? and kind like 'wish%' order by 1, 2, 3`),
    entries: await rows(`select kind, edition, tokens from search_entry where tenant_id = ? and kind like 'wish%' order by 1, 3`),
    facts: await rows(`select metric, day, sum(records)::int as records from fact_delta where tenant_id = ? group by 1, 2 order by 1, 2`),
  };
}

it.each([3, 400])('wishes that are written past the unit of work leave what others leave, %i of them', async (count) => {
  const throughTheUnitOfWork = await traces(await world.scene(), count, async (tx, wishes, answers) => void tx.em.persist([...wishes, ...answers]));
  const past = await traces(await world.scene(), count, (tx, wishes, answers) => tx.addAll([...wishes, ...answers]));
  expect(past).toEqual(throughTheUnitOfWork);
  expect(Object(past)).toMatchObject({ wishes: { length: count }, events: { length: count + Math.floor(count / 2) }, facts: [{ records: expect.any(Number) }, ...Object(past).facts.slice(1)] });
});

it('leaves nothing when one of them is refused', async () => {
  const scene = await world.scene();
  const twice = traces(scene, 400, (tx, wishes, answers) => {
    for (const wish of wishes.slice(200)) wish.number = 1;
    return tx.addAll([...wishes, ...answers]);
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  expect(await scene.write((tx) => tx.em.count(Wish, {}))).toBe(0);
  await traces(scene, 400, (tx, wishes, answers) => tx.addAll([...wishes, ...answers]));
  expect(await scene.write((tx) => tx.em.count(Wish, {}))).toBe(400);
});
