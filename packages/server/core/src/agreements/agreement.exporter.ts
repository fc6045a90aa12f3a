import { cellAt, type LedgerExporter } from '@weixiang/kernel';

/** 协议清单, the earliest first, with every agreement of a project: the ledger of projects has room for the first alone. */
export const agreementExporter: LedgerExporter = {
  ledger: 'agreements',
  permission: 'agreement.read',
  list: 'agreements',
  filter: 'AgreementFilter',
  sort: 'OLDEST',
  columns: [
    { header: '签约日期', kind: 'date', width: 12 },
    { header: '项目编号' },
    { header: '项目名称', width: 32 },
    { header: '合作单位', width: 28 },
    { header: '服务内容', width: 40 },
    { header: '服务频次', width: 12 },
    { header: '服务人员', width: 12 },
    { header: '服务场地' },
    { header: '服务标准', width: 24 },
    { header: '系统编号', width: 34 },
  ],
  selection: 'id signedOn project { code name } partner { name } content frequency people venue standard',
  cellsOf: (node) => ({
    签约日期: cellAt(node, 'signedOn'),
    项目编号: cellAt(node, 'project', 'code'),
    项目名称: cellAt(node, 'project', 'name'),
    合作单位: cellAt(node, 'partner', 'name'),
    服务内容: cellAt(node, 'content'),
    服务频次: cellAt(node, 'frequency'),
    服务人员: cellAt(node, 'people'),
    服务场地: cellAt(node, 'venue'),
    服务标准: cellAt(node, 'standard'),
    系统编号: cellAt(node, 'id'),
  }),
};
