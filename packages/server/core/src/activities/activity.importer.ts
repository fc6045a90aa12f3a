import { cell, readRow, type LedgerImporter, type LedgerRow, type RowOutcome, type Transaction, type Warn } from '@weixiang/kernel';
import { dateIn, toTypeId } from '@weixiang/shared';
import { differs, keyOf, newTerm, problem, recordColumn, refused, uuidsOf, wordsOf } from '../ledgers/rows.js';
import type { Project } from '../projects/project.entity.js';
import { projectsNamed } from '../projects/project.naming.js';
import { RecordSource } from '../projects/record-source.js';
import { termFor, termsOf } from '../vocabulary/vocabulary.service.js';
import { VocabularyKind, type VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { Activity } from './activity.entity.js';

function columns(today: string) {
  return {
    date: ['日期', cell.optional(cell.date({ notAfter: today }))],
    project: ['项目编号', cell.text({ max: 50 })],
    name: ['活动名称', cell.optional(cell.text({ max: 100 }))],
    kind: ['服务类型', cell.text({ max: 50 })],
    place: ['地点', cell.optional(cell.text({ max: 100 }))],
    visits: ['服务人次', cell.wholeNumber()],
    minors: ['其中未成年人', cell.optional(cell.wholeNumber())],
    quantity: ['数量', cell.optional(cell.decimal({ min: 0 }))],
    quantityUnit: ['计量单位', cell.optional(cell.text({ max: 20 }))],
  } as const;
}

/** What a batch knows while it goes. */
interface Batch {
  tx: Transaction;
  warn: Warn;
  today: string;
  projects: Map<string, Project>;
  kinds: Map<string, VocabularyTerm>;
  /** Keys of rows that are there already. */
  known: Set<string>;
  /** Activities from which rows were exported, by id. */
  exported: Map<string, Activity>;
}

/** 活动台账: a row is known by its content and occurrence, since it has no number; identical rows both count. */
export const activityImporter: LedgerImporter = {
  ledger: 'activities',
  label: { zh: '活动台账', en: 'Activities' },
  permission: 'ledger.import',
  required: ['日期', '项目编号', '服务类型', '服务人次'],
  optional: ['活动名称', '地点', '其中未成年人', '数量', '计量单位', recordColumn],
  record: recordColumn,
  async importRows(tx, rows, warn) {
    const named = uuidsOf('activity', rows.map(({ record }) => record));
    const exported = named.length > 0 ? await tx.em.find(Activity, { id: { $in: named } }) : [];
    const known = await tx.em.find(Activity, { ledgerKey: { $in: rows.map(keyOf) } }, { fields: ['ledgerKey'] });
    const batch: Batch = {
      tx,
      warn,
      today: dateIn(tx.now, tx.tenant.timeZone),
      projects: await projectsNamed(tx, wordsOf(rows, '项目编号')),
      kinds: await termsOf(tx, VocabularyKind.ACTIVITY_KIND),
      known: new Set(known.map(({ ledgerKey }) => ledgerKey ?? '')),
      exported: new Map(exported.map((activity) => [toTypeId('activity', activity.id), activity])),
    };
    return rows.map((row) => importRow(batch, row));
  },
};

function importRow({ tx, warn, today, projects, kinds, known, exported }: Batch, row: LedgerRow): RowOutcome {
  const ledgerKey = keyOf(row);
  if (known.has(ledgerKey)) return { kind: 'unchanged' };
  const result = readRow(row, columns(today));
  if (!result.ok) return refused(...result.problems);
  const { project: code, kind: word, minors: given, ...values } = result.values;
  const project = projects.get(code);
  if (!project) return refused(problem(row, '项目编号', 'PROJECT_UNKNOWN', `没有编号为“${code}”的项目`, `There is no project with the number “${code}”`));
  const minors = given ?? 0;
  const record = row.record === undefined ? undefined : exported.get(row.record);
  if (record) return isSame(record, { ...values, minors }) ? { kind: 'unchanged' } : differs(row);
  if (minors > values.visits) return refused(problem(row, '其中未成年人', 'MINORS_EXCEED_VISITS', '未成年人多于服务人次', 'More minors than visits'));
  const { term: kind, isNew } = termFor(tx, VocabularyKind.ACTIVITY_KIND, kinds, word);
  if (isNew) warn(newTerm(row, '服务类型', word));
  if (values.quantity !== null && values.quantityUnit === null) {
    warn(problem(row, '计量单位', 'UNIT_MISSING', '有数量没有计量单位，报告里不计这个数量', 'A quantity without its unit: reports do not count it'));
  }
  tx.create(Activity, { ...values, project, orgUnit: project.orgUnit, kind, minors, source: RecordSource.LEDGER, ledgerKey });
  known.add(ledgerKey);
  return { kind: 'accepted' };
}

/** What reports count of an activity, and where it was. */
function isSame(record: Activity, { date, name, place, visits, minors, quantity }: Pick<Activity, 'date' | 'name' | 'place' | 'visits' | 'minors' | 'quantity'>): boolean {
  return record.date === date && record.name === name && record.place === place && record.visits === visits && record.minors === minors && record.quantity === quantity;
}
