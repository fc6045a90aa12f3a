import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityImporter } from '../activities/activity.importer.js';
import { partnerImporter } from '../partners/partner.importer.js';
import { importCells, type Scene, World } from '../testkit/index.js';
import { projectImporter } from './project.importer.js';

const partner = { 名称: '某公益发展中心', 统一社会信用代码: '52999999000000001L', 类别: '社会组织' };
const row = {
  项目编号: 'QC-1', 项目名称: '手工坊', 项目类型: 'general', 所属方面: '技能培训', 实施模式: '公益服务', 社区编码: 'Q-01-01', 合作单位: '某公益发展中心', 项目负责人: '沈建国（001）',
  签约日期: '2025-05-15', 服务内容: '剪纸', 服务频次: '每周一次', 服务人员: '10人', 服务场地: '学校教室', 服务标准: '满意度不低于90%', 状态: '实施中',
};
const read = `{ projects(sort: CODE) { nodes { code name type state mode isPublic startsOn leadName lead { name } orgUnit { code } agreements { nodes { signedOn content frequency people venue standard source } } activities { totalCount } } } }`;

describe('the ledger of projects', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  async function begin(): Promise<Scene> {
    const scene = await world.scene();
    await importCells(scene, partnerImporter, [partner]);
    return scene;
  }

  it('makes the project, its lead and its agreement', async () => {
    const scene = await begin();
    expect(await importCells(scene, projectImporter, [row, { ...row, 项目编号: 'QC-2', 状态: '已结项' }])).toMatchObject({ accepted: 2, rejected: [], warnings: [] });
    const officer = await scene.as('organisationOfficer', scene.units.district);
    expect((await officer.ask(read)).data).toMatchObject({
      projects: {
        nodes: [
          {
            code: 'QC-1', type: 'general', state: 'RUNNING', mode: 'PUBLIC_BENEFIT', isPublic: true, startsOn: '2025-05-15', leadName: '沈建国（001）', lead: { name: '沈建国（001）' }, orgUnit: { code: 'Q-01-01' },
            agreements: { nodes: [{ signedOn: '2025-05-15', content: '剪纸', frequency: '每周一次', people: '10人', venue: '学校教室', standard: '满意度不低于90%', source: 'LEDGER' }] },
          },
          { code: 'QC-2', state: 'CLOSED', isPublic: true },
        ],
      },
    });
    const people = await officer.ask(`{ people(filter: { search: "沈建国" }) { totalCount } }`);
    expect(people.data).toEqual({ people: { totalCount: 1 } });
  });

  it('refuses what it cannot place, row by row, and keeps the rest', async () => {
    const scene = await begin();
    const rows = [
      { ...row, 社区编码: 'Q-99' },
      { ...row, 合作单位: '没有的单位' },
      { ...row, 实施模式: '白送', 签约日期: '2025-02-30' },
      { ...row, 状态: '飞了' },
      { ...row, 项目类型: 'rainwater', 所属方面: '海绵城市', 签约日期: '' },
    ];
    const { accepted, rejected, warnings } = await importCells(scene, projectImporter, rows);
    expect(accepted).toBe(1);
    expect(rejected.map(({ row: at, column, code }) => `${at} ${column} ${code}`)).toEqual([
      '2 社区编码 UNIT_UNKNOWN', '3 合作单位 PARTNER_UNKNOWN', '4 实施模式 UNKNOWN_NAME', '4 签约日期 NOT_A_DATE', '5 状态 UNKNOWN_NAME',
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['PLAIN_PROJECT', 'NEW_TERM', 'NOT_SIGNED']);
    expect((await scene.anonymous.ask(`{ projects { nodes { __typename type } } }`)).data).toEqual({ projects: { nodes: [{ __typename: 'PlainProject', type: 'rainwater' }] } });
  });

  it('brings a project up to date when its row changed, and leaves alone what was done here since it did not', async () => {
    const scene = await begin();
    const officer = await scene.as('organisationOfficer', scene.units.district);
    await importCells(scene, projectImporter, [{ ...row, 状态: '策划' }]);
    await importCells(scene, activityImporter, [{ 日期: '2025-03-12', 项目编号: 'QC-1', 服务类型: '志愿服务', 服务人次: 3 }]);
    expect((await scene.anonymous.ask(read)).data).toEqual({ projects: { nodes: [] } });
    expect(await importCells(scene, projectImporter, [row])).toMatchObject({ accepted: 1 });
    expect((await scene.anonymous.ask(read)).data).toMatchObject({ projects: { nodes: [{ state: 'RUNNING', activities: { totalCount: 1 } }] } });
    expect((await officer.ask(read)).data).toMatchObject({ projects: { nodes: [{ agreements: { nodes: [{ signedOn: '2025-05-15' }] } }] } });

    const { data } = await officer.ask(`{ projects { nodes { id } } }`);
    const [{ id }] = Object(data).projects.nodes;
    await officer.do(`mutation ($id: ID!) { stepProject(input: { id: $id, step: "finish" }) { project { state } refusals { code } } }`, { id });
    expect(await importCells(scene, projectImporter, [row])).toMatchObject({ accepted: 0, unchanged: 1 });
    expect((await officer.ask(read)).data).toMatchObject({ projects: { nodes: [{ state: 'COMPLETION_REVIEW' }] } });
  });
});
