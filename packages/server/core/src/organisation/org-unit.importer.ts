import { cell, readRow, type LedgerImporter, type LedgerRow, type RowOutcome, type RowValues, type Transaction, type Warn } from '@weixiang/kernel';
import { termFor, termsOf } from '../vocabulary/vocabulary.service.js';
import { VocabularyKind, type VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { OrgUnit } from './org-unit.entity.js';
import { plantUnit, rootUnit } from './org-unit.service.js';

const columns = {
  code: ['编码', cell.text({ max: 50 })],
  name: ['名称', cell.text({ max: 100 })],
  kind: ['类型', cell.text({ max: 50 })],
  parent: ['上级编码', cell.optional(cell.text({ max: 50 }))],
  headName: ['负责人', cell.optional(cell.text({ max: 50 }))],
  phone: ['联系电话', cell.optional(cell.phone())],
} as const;

type UnitValues = RowValues<typeof columns>;

/** What a batch knows while it goes. */
interface Batch {
  tx: Transaction;
  warn: Warn;
  terms: Map<string, VocabularyTerm>;
  units: Map<string, OrgUnit>;
  root: OrgUnit;
}

/**
 * 组织台账: units by code. The row without a parent stands for the root, which the tenant has from its first day.
 * A unit that is there already is brought up to date, but never moved: a move has a date and is done on its page. A closed
 * unit stays as it was.
 */
export const orgUnitImporter: LedgerImporter = {
  ledger: 'org-units',
  label: { zh: '组织台账', en: 'Units' },
  permission: 'ledger.import',
  required: ['编码', '名称', '类型', '上级编码'],
  optional: ['负责人', '联系电话'],
  async importRows(tx, rows, warn) {
    const codes = rows.flatMap((row) => [row.cells['编码'], row.cells['上级编码']]).filter((code) => code !== undefined);
    const known = await tx.em.find(OrgUnit, { code: { $in: codes.map(String) } }, { populate: ['kind'] });
    const batch: Batch = {
      tx,
      warn,
      terms: await termsOf(tx, VocabularyKind.ORG_UNIT_KIND),
      units: new Map(known.map((unit) => [unit.code, unit])),
      root: await rootUnit(tx),
    };
    return importLevels(batch, rows);
  },
};

/** Level by level, wherever the rows stand: a unit is inserted after the one above it. */
async function importLevels(batch: Batch, rows: readonly LedgerRow[]): Promise<RowOutcome[]> {
  const outcomes = new Map<LedgerRow, RowOutcome>();
  let waiting = [...rows];
  while (waiting.length > 0) {
    const inFile = new Set(waiting.map((row) => String(row.cells['编码'])));
    const ready = waiting.filter((row) => !inFile.has(String(row.cells['上级编码'])) || row.cells['上级编码'] === row.cells['编码']);
    // What is left stands above itself, in a circle: no parent will ever be found.
    for (const row of ready.length > 0 ? ready : waiting) outcomes.set(row, importRow(batch, row));
    await batch.tx.em.flush();
    waiting = ready.length > 0 ? waiting.filter((row) => !outcomes.has(row)) : [];
  }
  return rows.map((row) => outcomes.get(row) ?? { kind: 'unchanged' });
}

function importRow(batch: Batch, row: LedgerRow): RowOutcome {
  const result = readRow(row, columns);
  if (!result.ok) return { kind: 'rejected', problems: result.problems };
  const { values } = result;
  const { term, isNew } = termFor(batch.tx, VocabularyKind.ORG_UNIT_KIND, batch.terms, values.kind);
  if (isNew) batch.warn({ row: row.row, column: '类型', code: 'NEW_TERM', message: { zh: `“${values.kind}”是新的组织类型，已加入词汇`, en: `“${values.kind}” is a new kind of unit; it was added to the vocabulary` } });
  const existing = values.parent === null ? batch.root : batch.units.get(values.code);
  return existing ? update(batch, row, existing, values, term) : add(batch, row, values, term);
}

function update({ units }: Batch, row: LedgerRow, unit: OrgUnit, values: UnitValues, kind: VocabularyTerm): RowOutcome {
  if (values.parent !== null && unit.parent && units.get(values.parent)?.id !== unit.parent.id) {
    return rejected(row, '上级编码', 'UNIT_WOULD_MOVE', '上级与现有的不同，请在组织页面办理迁移', 'The unit above differs from the present one; move the unit on its page');
  }
  const { code, name, headName, phone } = values;
  const isSame = unit.code === code && unit.name === name && unit.kind.id === kind.id && unit.headName === headName && unit.phone === phone;
  if (isSame) return { kind: 'unchanged' };
  if (unit.closedOn) return rejected(row, '编码', 'UNIT_CLOSED', '这个组织已经撤销，不再修改', 'This unit is closed and is not changed any more');
  Object.assign(unit, { code, name, kind, headName, phone });
  units.set(code, unit);
  return { kind: 'accepted' };
}

function add({ tx, units }: Batch, row: LedgerRow, values: UnitValues, kind: VocabularyTerm): RowOutcome {
  const parent = values.parent === null ? undefined : units.get(values.parent);
  if (!parent) return rejected(row, '上级编码', 'PARENT_UNKNOWN', `上级编码“${values.parent}”没有找到，请先登记上级`, `There is no unit with the code “${values.parent}”; register the unit above first`);
  if (parent.closedOn) return rejected(row, '上级编码', 'UNIT_CLOSED', '上级组织已经撤销，请写现在的上级', 'The unit above is closed; name the present one');
  const { code, name, headName, phone } = values;
  const unit = plantUnit(tx, { code, name, headName, phone, kind, parent });
  units.set(code, unit);
  return { kind: 'accepted' };
}

function rejected({ row }: LedgerRow, column: string, code: string, zh: string, en: string): RowOutcome {
  return { kind: 'rejected', problems: [{ row, column, code, message: { zh, en } }] };
}
