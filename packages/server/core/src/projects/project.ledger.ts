import { cell, type RowValues } from '@weixiang/kernel';
import { namesOf, PROJECT_MODES, PROJECT_STATES, PROJECT_STATES_IN_LEDGERS } from '@weixiang/shared';
import { ProjectMode, ProjectState } from './project.enums.js';

const states = new Map([...namesOf(PROJECT_STATES, PROJECT_STATES_IN_LEDGERS)].map(([name, key]) => [name, ProjectState[key]]));
const modes = new Map([...namesOf(PROJECT_MODES)].map(([name, key]) => [name, ProjectMode[key]]));

/** Columns of the ledger of projects; nothing in it is dated after `today`. */
export function projectColumns(today: string) {
  return {
    code: ['项目编号', cell.text({ max: 50 })],
    name: ['项目名称', cell.text({ max: 100 })],
    type: ['项目类型', cell.text({ max: 50 })],
    aspect: ['所属方面', cell.optional(cell.text({ max: 50 }))],
    mode: ['实施模式', cell.optional(cell.oneOf(modes))],
    unit: ['社区编码', cell.text({ max: 50 })],
    partner: ['合作单位', cell.optional(cell.text({ max: 100 }))],
    leadName: ['项目负责人', cell.optional(cell.text({ max: 50 }))],
    signedOn: ['签约日期', cell.optional(cell.date({ notAfter: today }))],
    content: ['服务内容', cell.optional(cell.text({ max: 1000 }))],
    frequency: ['服务频次', cell.optional(cell.text({ max: 100 }))],
    people: ['服务人员', cell.optional(cell.text({ max: 100 }))],
    venue: ['服务场地', cell.optional(cell.text({ max: 200 }))],
    standard: ['服务标准', cell.optional(cell.text({ max: 1000 }))],
    state: ['状态', cell.oneOf(states)],
  } as const;
}

/** A row of the ledger as it was read. */
export type ProjectValues = RowValues<ReturnType<typeof projectColumns>>;
