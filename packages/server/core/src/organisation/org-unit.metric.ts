import type { FigureRecord, Metric, Period, Transaction } from '@weixiang/kernel';
import { ORG_UNIT_KINDS, toTypeId } from '@weixiang/shared';

/** Words of ledgers that mean a department. */
const departmentWords = ORG_UNIT_KINDS.filter(({ key }) => key === 'department').flatMap(({ names }) => [...names]);

const key = 'organisation.departments';

const condition = `unit.tenant_id = ? and term.key in (${departmentWords.map(() => '?').join(', ')})
  and (unit.opens_on is null or unit.opens_on <= ?) and (unit.closed_on is null or unit.closed_on > ?)
  and (?::ltree is null or unit.org_path <@ ?::ltree)`;
const from = 'from org_unit unit join vocabulary_term term on term.tenant_id = unit.tenant_id and term.id = unit.kind_id';

function values(tx: Transaction, { to, path }: Period): unknown[] {
  return [tx.tenant.id, ...departmentWords, to, to, path, path];
}

/** 区直部门: a stock, counted at the end of the period. */
export const departmentsMetric: Metric = {
  name: key,
  async figures(tx, period) {
    const [row] = await tx.em.execute<{ count: string }[]>(`select count(*) ${from} where ${condition}`, values(tx, period));
    return [
      {
        key,
        label: { zh: '联合区直部门', en: 'Departments' },
        unit: { zh: '个', en: 'departments' },
        step: 3,
        definition: { zh: '期末在册的区（市）直部门。', en: 'Departments of the district on the last day.' },
        value: Number(row?.count ?? 0),
        months: null,
      },
    ];
  },
  async records(tx, _key, period, { first, after }) {
    const rows = await tx.em.execute<{ id: string; name: string }[]>(
      `select unit.id, unit.name ${from} where ${condition} and (?::uuid is null or unit.id > ?::uuid) order by unit.id limit ${Math.trunc(first)}`,
      [...values(tx, period), after, after],
    );
    return rows.map(({ id, name }): FigureRecord => ({ id: toTypeId('unit', id), label: name, date: null, href: `/organisation/${toTypeId('unit', id)}` }));
  },
};
