import { cellAt, type LedgerExporter } from '@weixiang/kernel';
import { dayAt, stateWords, wordFor } from '../ledgers/exporting.js';
import { objectionLife } from './objection.workflow.js';

/** 异议清单, the longest waiting first. It goes out alone: an objection is raised by a person within its days, never brought in. */
export const objectionExporter: LedgerExporter = {
  ledger: 'objections',
  permission: 'evaluation.read',
  list: 'objections',
  filter: 'ObjectionFilter',
  sort: 'OLDEST',
  columns: [
    { header: '提出日期', kind: 'date', width: 12 },
    { header: '月份', width: 10 },
    { header: '项目编号' },
    { header: '项目名称', width: 32 },
    { header: '提出人', width: 12 },
    { header: '异议理由', width: 48 },
    { header: '状态', width: 12 },
    { header: '答复', width: 48 },
    { header: '答复人', width: 12 },
    { header: '答复日期', kind: 'date', width: 12 },
    { header: '系统编号', width: 34 },
  ],
  selection: 'id createdAt words state answer answeredAt round { month } project { code name } person { name } answeredBy { name }',
  cellsOf: (node, timeZone) => ({
    提出日期: dayAt(node, timeZone, 'createdAt'),
    月份: cellAt(node, 'round', 'month'),
    项目编号: cellAt(node, 'project', 'code'),
    项目名称: cellAt(node, 'project', 'name'),
    提出人: cellAt(node, 'person', 'name'),
    异议理由: cellAt(node, 'words'),
    状态: wordFor(stateWords(objectionLife), node['state']),
    答复: cellAt(node, 'answer'),
    答复人: cellAt(node, 'answeredBy', 'name'),
    答复日期: dayAt(node, timeZone, 'answeredAt'),
    系统编号: cellAt(node, 'id'),
  }),
};
