import { defineServer, keepSums } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { FigureResolver, ReportResolver } from './report.resolver.js';
import { addUpWritten, lookAtSums } from './sums.crons.js';

/** What was achieved, counted from the records. The figures themselves come from the features that hold the records. */
export const reportsFeature = defineServer({
  declaration: defineFeature({
    name: 'reports',
    label: { zh: '成效', en: 'Reports' },
    description: { zh: '从记录里数出来的成效，每个数字都能打开看明细。', en: 'Results counted from the records; every figure opens what it counts.' },
    dependsOn: ['organisation'],
    permissions: {
      'report.read': {
        label: { zh: '查看成效', en: 'Read reports' },
        level: 'unit',
        roles: ['convener', 'organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'buildingLeader', 'supervisor', 'auditor'],
      },
    },
    messages: {
      PERIOD_REVERSED: { zh: '结束日期不能早于开始日期。', en: 'The last day cannot be before the first.' },
      PERIOD_TOO_LONG: { zh: '一次最多看 {years} 年，请分段查看。', en: 'At most {years} years at a time; please split the period.' },
      DIMENSION_UNKNOWN: { zh: '这个数字不能这样拆开，请看它的 dimensions。', en: 'The figure cannot be parted like this; its dimensions say how it can.' },
      DAY_INVALID: { zh: '“{name}” 要写成 2025-12-31 这样的日期。', en: '“{name}” must be a date like 2025-12-31.' },
      LEVELS_OUT_OF_RANGE: { zh: '请填 1 到 {most} 级。', en: 'Levels go from 1 to {most}.' },
      CURSOR_UNKNOWN: { zh: '翻页位置不对，请从第一页看起。', en: 'This is no cursor of the list; begin with its first page.' },
    },
  }),
  resolvers: [ReportResolver, FigureResolver],
  jobs: [keepSums],
  crons: [lookAtSums, addUpWritten],
});
