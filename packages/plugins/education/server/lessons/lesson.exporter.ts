import { dayAt, timeAt } from '@weixiang/core';
import { cellAt, type LedgerExporter } from '@weixiang/kernel';

/** 课表 with its rooms, the earliest lesson first. It goes out alone: lessons are planned from their term. */
export const lessonExporter: LedgerExporter = {
  ledger: 'lessons',
  label: { zh: '课表', en: 'Timetable' },
  permission: 'project.read',
  list: 'lessons',
  filter: 'LessonFilter',
  sort: 'SOONEST',
  columns: [
    { header: '日期', kind: 'date', width: 12 },
    { header: '上课', width: 8 },
    { header: '下课', width: 8 },
    { header: '课程', width: 28 },
    { header: '班期', width: 20 },
    { header: '第几次课', width: 10 },
    { header: '教室', width: 20 },
    { header: '能坐几人', width: 10 },
    { header: '老师', width: 12 },
    { header: '停课', width: 8 },
    { header: '告知', width: 32 },
    { header: '系统编号', width: 34 },
  ],
  selection: 'id startsAt endsAt number isCancelled notice course { name } term { name } room { name seats } teacher { name }',
  cellsOf: (node, timeZone) => ({
    日期: dayAt(node, timeZone, 'startsAt'),
    上课: timeAt(node, timeZone, 'startsAt'),
    下课: timeAt(node, timeZone, 'endsAt'),
    课程: cellAt(node, 'course', 'name'),
    班期: cellAt(node, 'term', 'name'),
    第几次课: cellAt(node, 'number'),
    教室: cellAt(node, 'room', 'name'),
    能坐几人: cellAt(node, 'room', 'seats'),
    老师: cellAt(node, 'teacher', 'name'),
    停课: node['isCancelled'] === true ? '停课' : null,
    告知: cellAt(node, 'notice'),
    系统编号: cellAt(node, 'id'),
  }),
};
