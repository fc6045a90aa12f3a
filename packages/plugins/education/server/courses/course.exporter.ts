import { wordFor } from '@weixiang/core';
import { cellAt, type LedgerExporter } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import type { CourseAudience } from './course.entity.js';

const audiences: Readonly<Record<CourseAudience, Text>> = {
  MINORS: { zh: '未成年人', en: 'Minors' },
  ADULTS: { zh: '成年人', en: 'Adults' },
  ALL: { zh: '所有人', en: 'Everybody' },
};

/** 课程清单, by name. It goes out alone: courses are opened one by one, in a project that runs. */
export const courseExporter: LedgerExporter = {
  ledger: 'courses',
  label: { zh: '课程清单', en: 'Courses' },
  permission: 'project.read',
  list: 'courses',
  filter: 'CourseFilter',
  sort: 'NAME',
  columns: [
    { header: '课程', width: 28 },
    { header: '项目编号' },
    { header: '项目名称', width: 32 },
    { header: '所属组织', width: 32 },
    { header: '面向', width: 10 },
    { header: '老师', width: 12 },
    { header: '地点', width: 24 },
    { header: '费用（元）', width: 10 },
    { header: '系统编号', width: 34 },
  ],
  selection: 'id name audience fee place teacherName project { code name } orgUnit { name }',
  cellsOf: (node) => ({
    课程: cellAt(node, 'name'),
    项目编号: cellAt(node, 'project', 'code'),
    项目名称: cellAt(node, 'project', 'name'),
    所属组织: cellAt(node, 'orgUnit', 'name'),
    面向: wordFor(audiences, node['audience']),
    老师: cellAt(node, 'teacherName'),
    地点: cellAt(node, 'place'),
    '费用（元）': cellAt(node, 'fee'),
    系统编号: cellAt(node, 'id'),
  }),
};
