import { cellAt, type ExportedNode, type LedgerExporter } from '@weixiang/kernel';
import { PRIORITIES, WISH_CHANNELS, WISH_SCOPES, WISH_STATES } from '@weixiang/shared';
import { wordFor } from '../ledgers/exporting.js';

/** 心愿台账, by the numbers of the tenant. The state is the wish's own, in full words; its importer knows them all. */
export const wishExporter: LedgerExporter = {
  ledger: 'wishes',
  permission: 'wish.read',
  list: 'wishes',
  filter: 'WishFilter',
  sort: 'NUMBER',
  columns: [
    { header: '序号', width: 8 },
    { header: '登记日期', kind: 'date', width: 12 },
    { header: '来源渠道', width: 12 },
    { header: '所属网格编码' },
    { header: '居民姓名', width: 12 },
    { header: '联系电话', width: 14 },
    { header: '心愿内容', width: 48 },
    { header: '类别', width: 12 },
    { header: '需求类型', width: 10 },
    { header: '轻重缓急', width: 10 },
    { header: '办理状态', width: 12 },
    { header: '答复', width: 48 },
    { header: '系统编号', width: 34 },
  ],
  selection: `id ledgerNumber recordedOn channel orgUnit { code } wisherName wisherPhone words category { label { zh } }
    scope priority state lastAnswer { words }`,
  cellsOf: (node: ExportedNode) => ({
    序号: cellAt(node, 'ledgerNumber'),
    登记日期: cellAt(node, 'recordedOn'),
    来源渠道: wordFor(WISH_CHANNELS, node['channel']),
    所属网格编码: cellAt(node, 'orgUnit', 'code'),
    居民姓名: cellAt(node, 'wisherName'),
    联系电话: cellAt(node, 'wisherPhone'),
    心愿内容: cellAt(node, 'words'),
    类别: cellAt(node, 'category', 'label', 'zh'),
    需求类型: wordFor(WISH_SCOPES, node['scope']),
    轻重缓急: wordFor(PRIORITIES, node['priority']),
    办理状态: wordFor(WISH_STATES, node['state']),
    答复: cellAt(node, 'lastAnswer', 'words'),
    系统编号: cellAt(node, 'id'),
  }),
};
