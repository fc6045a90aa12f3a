import { cellAt, type LedgerExporter } from '@weixiang/kernel';
import { stateWords, wordFor } from '../ledgers/exporting.js';
import { demandLife } from './demand.workflow.js';

/** 需求清单, the earliest first. It goes out alone: a demand is made of wishes, and their ledger brings those in. */
export const demandExporter: LedgerExporter = {
  ledger: 'demands',
  permission: 'wish.read',
  list: 'demands',
  filter: 'DemandFilter',
  sort: 'OLDEST',
  columns: [
    { header: '需求编号', width: 10 },
    { header: '需求', width: 40 },
    { header: '类别', width: 12 },
    { header: '归集心愿数', width: 12 },
    { header: '所属组织编码' },
    { header: '所属组织', width: 32 },
    { header: '项目编号' },
    { header: '项目名称', width: 32 },
    { header: '状态', width: 12 },
    { header: '系统编号', width: 34 },
  ],
  selection: 'id number title category { label { zh } } wishCount orgUnit { code name } project { code name } state',
  cellsOf: (node) => ({
    需求编号: cellAt(node, 'number'),
    需求: cellAt(node, 'title'),
    类别: cellAt(node, 'category', 'label', 'zh'),
    归集心愿数: cellAt(node, 'wishCount'),
    所属组织编码: cellAt(node, 'orgUnit', 'code'),
    所属组织: cellAt(node, 'orgUnit', 'name'),
    项目编号: cellAt(node, 'project', 'code'),
    项目名称: cellAt(node, 'project', 'name'),
    状态: wordFor(stateWords(demandLife), node['state']),
    系统编号: cellAt(node, 'id'),
  }),
};
