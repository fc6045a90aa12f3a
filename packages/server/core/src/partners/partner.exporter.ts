import { cellAt, type LedgerExporter } from '@weixiang/kernel';
import { kindLabel } from './partner.rules.js';

/** 合作单位台账. Who was removed is left out: the ledger cannot say that they were. */
export const partnerExporter: LedgerExporter = {
  ledger: 'partners',
  permission: 'partner.read',
  list: 'partners',
  filter: 'PartnerFilter',
  base: { state: ['ADMITTED'] },
  sort: 'NAME',
  columns: [
    { header: '名称', width: 32 },
    { header: '统一社会信用代码', width: 22 },
    { header: '类别' },
    { header: '负责人', width: 12 },
    { header: '联系电话', width: 14 },
    { header: '服务方向', width: 24 },
  ],
  selection: 'name creditCode kind contactName contactPhone direction',
  cellsOf: (node) => ({
    名称: cellAt(node, 'name'),
    统一社会信用代码: cellAt(node, 'creditCode'),
    类别: typeof node['kind'] === 'string' ? kindLabel(node['kind']).zh : null,
    负责人: cellAt(node, 'contactName'),
    联系电话: cellAt(node, 'contactPhone'),
    服务方向: cellAt(node, 'direction'),
  }),
};
