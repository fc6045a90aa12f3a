import { stateWords, wordFor } from '@weixiang/core';
import { cellAt, type LedgerExporter } from '@weixiang/kernel';
import { termLife } from '../../shared/term.workflow.js';

const days = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** 班期清单, the earliest first. It goes out alone, as the courses do. */
export const termExporter: LedgerExporter = {
  ledger: 'terms',
  label: { zh: '班期清单', en: 'Terms' },
  permission: 'project.read',
  list: 'terms',
  filter: 'TermFilter',
  sort: 'SOONEST',
  columns: [
    { header: '课程', width: 28 },
    { header: '班期', width: 20 },
    { header: '项目名称', width: 32 },
    { header: '开课日期', kind: 'date', width: 12 },
    { header: '结课日期', kind: 'date', width: 12 },
    { header: '每周', width: 16 },
    { header: '几点上课', width: 10 },
    { header: '几点下课', width: 10 },
    { header: '老师', width: 12 },
    { header: '名额', width: 8 },
    { header: '已占名额', width: 10 },
    { header: '状态', width: 10 },
    { header: '系统编号', width: 38 },
  ],
  selection: 'id name startsOn endsOn weekdays startsAt endsAt capacity enrolledCount state teacher { name } course { name } project { name }',
  cellsOf: (node) => ({
    课程: cellAt(node, 'course', 'name'),
    班期: cellAt(node, 'name'),
    项目名称: cellAt(node, 'project', 'name'),
    开课日期: cellAt(node, 'startsOn'),
    结课日期: cellAt(node, 'endsOn'),
    每周: daysOf(node['weekdays']) || null,
    几点上课: cellAt(node, 'startsAt'),
    几点下课: cellAt(node, 'endsAt'),
    老师: cellAt(node, 'teacher', 'name'),
    名额: cellAt(node, 'capacity'),
    已占名额: cellAt(node, 'enrolledCount'),
    状态: wordFor(stateWords(termLife), node['state']),
    系统编号: cellAt(node, 'id'),
  }),
};

/** `周一、周三`. */
function daysOf(weekdays: unknown): string {
  return Array.isArray(weekdays) ? weekdays.map((weekday) => days[Number(weekday) - 1]).join('、') : '';
}
