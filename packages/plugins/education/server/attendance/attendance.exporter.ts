import { dayAt, timeAt, wordFor } from '@weixiang/core';
import { cellAt, type LedgerExporter } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import { AttendanceMark, AttendanceWay } from './attendance.entity.js';

const marks: Readonly<Record<AttendanceMark, Text>> = {
  PRESENT: { zh: '到', en: 'Present' },
  LATE: { zh: '迟到', en: 'Late' },
  ABSENT: { zh: '缺席', en: 'Absent' },
  EXCUSED: { zh: '请假', en: 'Excused' },
};
const ways: Readonly<Record<AttendanceWay, Text>> = {
  LIST: { zh: '名单点名', en: 'By the list' },
  ROOM_CODE: { zh: '扫教室码', en: 'By the room’s code' },
  FAMILY_CODE: { zh: '扫家长码', en: 'By the family’s code' },
};

/** 点名表 with who fetched each child, for a stated purpose. It goes out alone: who came is said at the lesson. */
export const attendanceExporter: LedgerExporter = {
  ledger: 'attendances',
  label: { zh: '点名表', en: 'Attendance' },
  needsPurpose: true,
  permission: 'enrolment.read',
  list: 'attendances',
  filter: 'AttendanceFilter',
  sort: 'FIRST',
  columns: [
    { header: '上课日期', kind: 'date', width: 12 },
    { header: '上课时间', width: 10 },
    { header: '课程', width: 24 },
    { header: '班期', width: 20 },
    { header: '学员姓名', width: 12 },
    { header: '到课', width: 8 },
    { header: '点名方式', width: 12 },
    { header: '接走时间', width: 10 },
    { header: '接走人', width: 12 },
    { header: '交接人', width: 12 },
    { header: '系统编号', width: 38 },
  ],
  selection: 'id mark way handedOverAt handedOverTo handedOverBy { name } enrolment { learnerName } lesson { startsAt course { name } term { name } }',
  cellsOf: (node, timeZone) => ({
    上课日期: dayAt(node, timeZone, 'lesson', 'startsAt'),
    上课时间: timeAt(node, timeZone, 'lesson', 'startsAt'),
    课程: cellAt(node, 'lesson', 'course', 'name'),
    班期: cellAt(node, 'lesson', 'term', 'name'),
    学员姓名: cellAt(node, 'enrolment', 'learnerName'),
    到课: wordFor(marks, node['mark']),
    点名方式: node['mark'] === null ? null : wordFor(ways, node['way']),
    接走时间: timeAt(node, timeZone, 'handedOverAt'),
    接走人: cellAt(node, 'handedOverTo'),
    交接人: cellAt(node, 'handedOverBy', 'name'),
    系统编号: cellAt(node, 'id'),
  }),
};
