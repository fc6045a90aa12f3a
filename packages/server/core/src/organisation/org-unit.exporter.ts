import { cellAt, type LedgerExporter } from '@weixiang/kernel';

/** 组织台账, each unit after the one above it. Closed units are left out: the ledger cannot say that they are. */
export const orgUnitExporter: LedgerExporter = {
  ledger: 'org-units',
  permission: 'organisation.read',
  list: 'orgUnits',
  filter: 'OrgUnitFilter',
  base: { isOpen: true },
  sort: 'LEVEL',
  columns: [
    { header: '编码' },
    { header: '名称', width: 32 },
    { header: '类型' },
    { header: '上级编码' },
    { header: '负责人', width: 12 },
    { header: '联系电话', width: 14 },
  ],
  selection: 'code name kind { label { zh } } parent { code } headName phone',
  cellsOf: (node) => ({
    编码: cellAt(node, 'code'),
    名称: cellAt(node, 'name'),
    类型: cellAt(node, 'kind', 'label', 'zh'),
    上级编码: cellAt(node, 'parent', 'code'),
    负责人: cellAt(node, 'headName'),
    联系电话: cellAt(node, 'phone'),
  }),
};
