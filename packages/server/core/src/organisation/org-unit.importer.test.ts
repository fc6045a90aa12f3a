import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCells, type LedgerTally, type Scene, World } from '../testkit/index.js';
import { OrgUnit } from './org-unit.entity.js';
import { orgUnitImporter } from './org-unit.importer.js';

const root = { 编码: 'Q', 名称: '中共某区委员会', 类型: '区委', 上级编码: '' };
const street = { 编码: 'S1', 名称: '一街道', 类型: '街道', 上级编码: 'Q' };
const other = { 编码: 'S2', 名称: '二街道', 类型: '街道', 上级编码: 'Q' };
const community = { 编码: 'C1', 名称: '一社区', 类型: '社区党委', 上级编码: 'S1' };

describe('a second file of units', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  async function imported(): Promise<Scene> {
    const scene = await world.scene();
    expect((await importCells(scene, orgUnitImporter, [root, street, other, community])).rejected).toEqual([]);
    return scene;
  }
  const told = ({ accepted, unchanged, rejected }: LedgerTally) => ({ accepted, unchanged, rejected: rejected.map(({ row, column, code }) => [row, column, code]) });
  const unit = (scene: Scene, code: string) => scene.write((tx) => tx.em.findOneOrFail(OrgUnit, { code }, { populate: ['parent'] }));

  it('changes nothing when it says the same', async () => {
    const scene = await imported();
    expect(told(await importCells(scene, orgUnitImporter, [community, other, street, root]))).toEqual({ accepted: 0, unchanged: 4, rejected: [] });
  });

  it('renames units, and leaves a trace of it in their history', async () => {
    const scene = await imported();
    expect(told(await importCells(scene, orgUnitImporter, [root, street, other, { ...community, 名称: '新一社区' }]))).toEqual({ accepted: 1, unchanged: 3, rejected: [] });
    const { id, name } = await unit(scene, 'C1');
    expect(name).toBe('新一社区');
    const [event] = await scene.write((tx) => tx.em.execute<{ payload: { changes: unknown } }[]>(`select payload from event where subject_id = ? and name = 'orgUnit.changed'`, [id]));
    expect(event?.payload.changes).toEqual({ name: ['一社区', '新一社区'], publicName: ['一社区', '新一社区'] });
  });

  it('moves no unit: the row is refused, and says where that is done', async () => {
    const scene = await imported();
    const tally = await importCells(scene, orgUnitImporter, [root, street, other, { ...community, 名称: '新一社区', 上级编码: 'S2' }]);
    expect(told(tally)).toEqual({ accepted: 0, unchanged: 3, rejected: [[5, '上级编码', 'UNIT_WOULD_MOVE']] });
    expect(tally.rejected[0]?.message.zh).toContain('组织页面');
    const { name, parent } = await unit(scene, 'C1');
    expect([name, parent?.code]).toEqual(['一社区', 'S1']);
  });

  it('leaves closed units as they were, and adds nothing below them', async () => {
    const scene = await imported();
    await scene.write(async (tx) => void ((await tx.em.findOneOrFail(OrgUnit, { code: 'C1' })).closedOn = '2026-05-18'));
    const grid = { 编码: 'G1', 名称: '一网格', 类型: '网格党支部', 上级编码: 'C1' };
    expect(told(await importCells(scene, orgUnitImporter, [community, { ...community, 名称: '新一社区' }, grid]))).toEqual({
      accepted: 0, unchanged: 1, rejected: [[3, '编码', 'UNIT_CLOSED'], [4, '上级编码', 'UNIT_CLOSED']],
    });
  });
});
