import { dayAt, stateWords, wordFor } from '@weixiang/core';
import { cellAt, type LedgerExporter } from '@weixiang/kernel';
import { enrolmentLife } from '../../shared/enrolment.workflow.js';

/**
 * 报名表, the earliest request first, for a stated purpose; a child for whom no consent holds stays without a name. It goes
 * out alone: every enrolment asks for a consent of its own.
 */
export const enrolmentExporter: LedgerExporter = {
  ledger: 'enrolments',
  label: { zh: '报名表', en: 'Enrolments' },
  needsPurpose: true,
  permission: 'enrolment.read',
  list: 'enrolments',
  filter: 'EnrolmentFilter',
  sort: 'OLDEST',
  columns: [
    { header: '报名日期', kind: 'date', width: 12 },
    { header: '课程', width: 24 },
    { header: '班期', width: 20 },
    { header: '学员姓名', width: 12 },
    { header: '出生年份', width: 10 },
    { header: '未成年', width: 8 },
    { header: '监护人姓名', width: 12 },
    { header: '联系电话', width: 14 },
    { header: '状态', width: 14 },
    { header: '到课次数', width: 10 },
    { header: '学时', width: 8 },
    { header: '理由', width: 32 },
    { header: '系统编号', width: 38 },
  ],
  selection: 'id createdAt learnerName learnerBirthYear isMinor guardianName guardianPhone state lessonsAttended hoursAttended reason term { name course { name } }',
  cellsOf: (node, timeZone) => ({
    报名日期: dayAt(node, timeZone, 'createdAt'),
    课程: cellAt(node, 'term', 'course', 'name'),
    班期: cellAt(node, 'term', 'name'),
    学员姓名: cellAt(node, 'learnerName'),
    出生年份: cellAt(node, 'learnerBirthYear'),
    未成年: node['isMinor'] === true ? '是' : '否',
    监护人姓名: cellAt(node, 'guardianName'),
    联系电话: cellAt(node, 'guardianPhone'),
    状态: wordFor(stateWords(enrolmentLife), node['state']),
    到课次数: cellAt(node, 'lessonsAttended'),
    学时: cellAt(node, 'hoursAttended'),
    理由: cellAt(node, 'reason'),
    系统编号: cellAt(node, 'id'),
  }),
};
