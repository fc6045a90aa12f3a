import { cell, readRow, type LedgerImporter, type LedgerRow, type RowOutcome, type RowValues, type Transaction } from '@weixiang/kernel';
import { parseCreditCode } from '@weixiang/shared';
import { problem, refused, wordsOf } from '../ledgers/rows.js';
import { Partner } from './partner.entity.js';
import { kindOf } from './partner.rules.js';

const columns = {
  name: ['名称', cell.text({ max: 100 })],
  creditCode: ['统一社会信用代码', cell.optional(cell.creditCode())],
  kind: ['类别', cell.optional(cell.text({ max: 50 }))],
  contactName: ['负责人', cell.optional(cell.text({ max: 50 }))],
  contactPhone: ['联系电话', cell.optional(cell.phone())],
  direction: ['服务方向', cell.optional(cell.text({ max: 100 }))],
} as const;

type PartnerValues = RowValues<typeof columns>;

/** What a batch knows while it goes: partners by code, those without a code by name. */
interface Batch {
  tx: Transaction;
  byCode: Map<string, Partner>;
  byName: Map<string, Partner>;
}

/**
 * 合作单位台账: partners by credit code, or by name where a group has none. Its partners have been there since the
 * beginning. A row that was imported before changes nothing, whatever was edited here since.
 */
export const partnerImporter: LedgerImporter = {
  ledger: 'partners',
  label: { zh: '合作单位台账', en: 'Partners' },
  permission: 'ledger.import',
  required: ['名称', '统一社会信用代码', '类别'],
  optional: ['负责人', '联系电话', '服务方向'],
  distinct: '统一社会信用代码',
  async importRows(tx, rows) {
    const codes = wordsOf(rows, '统一社会信用代码').flatMap((words) => parseCreditCode(words) ?? []);
    const known = await tx.em.find(Partner, { $or: [{ creditCode: { $in: codes } }, { creditCode: null, name: { $in: wordsOf(rows, '名称') } }] });
    const batch: Batch = { tx, byCode: new Map(), byName: new Map() };
    for (const partner of known) remember(batch, partner);
    return rows.map((row) => importRow(batch, row));
  },
};

function importRow(batch: Batch, row: LedgerRow): RowOutcome {
  const result = readRow(row, columns);
  if (!result.ok) return refused(...result.problems);
  const existing = find(batch, result.values);
  if (existing && (existing.ledgerContent === row.content || isSame(existing, result.values))) return { kind: 'unchanged' };
  if (row.repeats !== undefined) {
    return refused(problem(row, '统一社会信用代码', 'CODE_TWICE', `信用代码与第 ${row.repeats} 行重复`, `The credit code already stands in row ${row.repeats}`));
  }
  const values = { ...result.values, kind: kindOf(result.values.kind), ledgerContent: row.content };
  const partner = existing ? Object.assign(existing, values) : batch.tx.create(Partner, values);
  remember(batch, partner);
  return { kind: 'accepted' };
}

function find({ byCode, byName }: Batch, { creditCode, name }: PartnerValues): Partner | undefined {
  return creditCode === null ? byName.get(name) : byCode.get(creditCode);
}

function remember({ byCode, byName }: Batch, partner: Partner): void {
  if (partner.creditCode === null) byName.set(partner.name, partner);
  else byCode.set(partner.creditCode, partner);
}

/** Whether the row says what stands here already, whichever file it came from first. */
function isSame(partner: Partner, { kind, ...values }: PartnerValues): boolean {
  const { name, creditCode, contactName, contactPhone, direction } = values;
  return (
    partner.kind === kindOf(kind) && partner.name === name && partner.creditCode === creditCode &&
    partner.contactName === contactName && partner.contactPhone === contactPhone && partner.direction === direction
  );
}
