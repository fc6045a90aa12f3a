import { cellAt, type ExportedNode, type LedgerExporter } from '@weixiang/kernel';
import { PROJECT_MODES, PROJECT_STATES } from '@weixiang/shared';
import { wordFor } from '../ledgers/exporting.js';

/** 项目台账, by number: a project without one goes by its id. Of several agreements the ledger has room for the first. */
export const projectExporter: LedgerExporter = {
  ledger: 'projects',
  permission: 'project.read',
  list: 'projects',
  filter: 'ProjectFilter',
  sort: 'CODE',
  columns: [
    { header: '项目编号' },
    { header: '项目名称', width: 32 },
    { header: '项目类型', width: 12 },
    { header: '所属方面', width: 12 },
    { header: '实施模式', width: 12 },
    { header: '社区编码' },
    { header: '合作单位', width: 28 },
    { header: '项目负责人', width: 12 },
    { header: '签约日期', kind: 'date', width: 12 },
    { header: '服务内容', width: 40 },
    { header: '服务频次', width: 12 },
    { header: '服务人员', width: 12 },
    { header: '服务场地' },
    { header: '服务标准', width: 24 },
    { header: '状态', width: 10 },
  ],
  selection: `id code name type aspect { label { zh } } mode orgUnit { code } partner { name } leadName plan state
    agreements(first: 1, sort: OLDEST) { nodes { signedOn content frequency people venue standard } }`,
  cellsOf(node: ExportedNode) {
    const agreement = firstOf(node['agreements']);
    return {
      项目编号: cellAt(node, 'code') ?? cellAt(node, 'id'),
      项目名称: cellAt(node, 'name'),
      项目类型: cellAt(node, 'type'),
      所属方面: cellAt(node, 'aspect', 'label', 'zh'),
      实施模式: wordFor(PROJECT_MODES, node['mode']),
      社区编码: cellAt(node, 'orgUnit', 'code'),
      合作单位: cellAt(node, 'partner', 'name'),
      项目负责人: cellAt(node, 'leadName'),
      签约日期: cellAt(agreement, 'signedOn'),
      服务内容: cellAt(agreement, 'content') ?? cellAt(node, 'plan'),
      服务频次: cellAt(agreement, 'frequency'),
      服务人员: cellAt(agreement, 'people'),
      服务场地: cellAt(agreement, 'venue'),
      服务标准: cellAt(agreement, 'standard'),
      状态: wordFor(PROJECT_STATES, node['state']),
    };
  },
};

function firstOf(connection: unknown): ExportedNode {
  const nodes: unknown = Object(connection).nodes;
  return Array.isArray(nodes) ? Object(nodes[0]) : {};
}
