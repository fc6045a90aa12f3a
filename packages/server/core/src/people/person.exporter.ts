import { cellAt, type LedgerExporter } from '@weixiang/kernel';
import { ROLES } from '@weixiang/shared';
import { wordFor } from '../ledgers/exporting.js';

/** 人员名册, by name, masked as on the screen. It goes out alone: roles are granted one by one, by who may grant them. */
export const personExporter: LedgerExporter = {
  ledger: 'people',
  permission: 'person.read',
  list: 'people',
  filter: 'PersonFilter',
  base: { isClosed: false },
  sort: 'NAME',
  columns: [
    { header: '姓名', width: 12 },
    { header: '联系电话', width: 14 },
    { header: '所属组织编码' },
    { header: '所属组织', width: 32 },
    { header: '岗位', width: 48 },
    { header: '系统编号', width: 34 },
  ],
  selection: 'id name phone orgUnit { code name } assignments(first: 20) { nodes { role since until orgUnit { name } } }',
  cellsOf: (node) => ({
    姓名: cellAt(node, 'name'),
    联系电话: cellAt(node, 'phone'),
    所属组织编码: cellAt(node, 'orgUnit', 'code'),
    所属组织: cellAt(node, 'orgUnit', 'name'),
    岗位: rolesOf(node['assignments']) || null,
    系统编号: cellAt(node, 'id'),
  }),
};

/** `网格书记（网格员） 第一网格 2025-01-01 起；监督员 光明社区 2024-03-01 至 2024-12-31`: with their days, since ended ones stand there too. */
function rolesOf(connection: unknown): string {
  const nodes: unknown = Object(connection).nodes;
  if (!Array.isArray(nodes)) return '';
  return nodes
    .map((held: unknown) => {
      const { role, since, until, orgUnit } = Object(held);
      return [wordFor(ROLES, role) ?? role, Object(orgUnit).name, until ? `${since} 至 ${until}` : `${since} 起`].filter(Boolean).join(' ');
    })
    .join('；');
}
