import { ORG_UNIT_KINDS } from '@weixiang/shared';
import { countedMetric } from '../reports/counted-metric.js';

/** Words of ledgers that mean a department; of our own vocabulary, so they may stand in SQL. */
const departmentWords = ORG_UNIT_KINDS.filter(({ key }) => key === 'department').flatMap(({ names }) => [...names]);

/** Kinds first, and units of each by their index: a join would be planned as if departments were as many as grids. */
const unitsOfKinds =
  'vocabulary_term term cross join lateral (select of_kind.* from org_unit of_kind where of_kind.tenant_id = term.tenant_id and of_kind.kind_id = term.id offset 0) unit';

/** 区直部门: a stock, counted at the end of the period. */
export const departmentsMetric = countedMetric({
  key: 'organisation.departments',
  label: { zh: '联合区直部门', en: 'Departments' },
  unit: { zh: '个', en: 'departments' },
  step: 3,
  definition: { zh: '期末在册的区（市）直部门。', en: 'Departments of the district on the last day.' },
  from: unitsOfKinds,
  row: 'unit',
  prefix: 'unit',
  where: `term.key in (${departmentWords.map((word) => `'${word}'`).join(', ')})`,
  stock: { since: 'unit.opens_on', goneSince: 'unit.closed_on' },
  path: 'unit.org_path',
  record: { label: 'unit.name', href: (id) => `/units/${id}` },
});
