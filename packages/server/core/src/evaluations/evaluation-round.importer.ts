import { cell, readRow, type LedgerImporter, type LedgerRow, type RowOutcome, type Transaction, type Warn } from '@weixiang/kernel';
import { dateIn, type Tally, toTypeId } from '@weixiang/shared';
import { differs, keyOf, problem, recordColumn, refused, wordsOf } from '../ledgers/rows.js';
import type { Project } from '../projects/project.entity.js';
import { projectsNamed } from '../projects/project.naming.js';
import { RecordSource } from '../projects/record-source.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import { rated } from './evaluation-round.rules.js';
import { showLatest } from './evaluation-round.service.js';

function columns(today: string) {
  const count = cell.optional(cell.wholeNumber({ max: 1_000_000 }));
  return {
    month: ['月份', cell.month({ notAfter: today })],
    project: ['项目编号', cell.text({ max: 50 })],
    excellent: ['优秀', count],
    good: ['良好', count],
    pass: ['合格', count],
    fail: ['不合格', count],
  } as const;
}

/** What a batch knows while it goes; rounds by project and month. */
interface Batch {
  tx: Transaction;
  warn: Warn;
  today: string;
  projects: Map<string, Project>;
  rounds: Map<string, EvaluationRound>;
  touched: Set<string>;
}

const roundKey = (projectId: string, month: string): string => `${projectId} ${month}`;

/**
 * 评价台账: a row is known by its content and occurrence. A project has one round a month: several rows of one month (one
 * a party, or one a venue) add up in it. A round that was recorded here by hand is nobody's to add to.
 */
export const evaluationRoundImporter: LedgerImporter = {
  ledger: 'evaluations',
  label: { zh: '评议台账', en: 'Evaluations' },
  permission: 'ledger.import',
  required: ['月份', '项目编号', '优秀', '良好', '合格', '不合格'],
  optional: [recordColumn],
  record: recordColumn,
  async importRows(tx, rows, warn) {
    const projects = await projectsNamed(tx, wordsOf(rows, '项目编号'));
    const rounds = projects.size > 0 ? await tx.em.find(EvaluationRound, { project: [...new Set(projects.values())] }) : [];
    const batch: Batch = {
      tx,
      warn,
      today: dateIn(tx.now, tx.tenant.timeZone),
      projects,
      rounds: new Map(rounds.map((round) => [roundKey(round.project.id, round.month), round])),
      touched: new Set(),
    };
    const outcomes = rows.map((row) => importRow(batch, row));
    await tx.em.flush();
    await showLatest(tx, [...batch.touched]);
    return outcomes;
  },
};

function importRow(batch: Batch, row: LedgerRow): RowOutcome {
  const result = readRow(row, columns(batch.today));
  if (!result.ok) return refused(...result.problems);
  const { month, project: code, excellent, good, pass, fail } = result.values;
  const project = batch.projects.get(code);
  if (!project) return refused(problem(row, '项目编号', 'PROJECT_UNKNOWN', `没有编号为“${code}”的项目`, `There is no project with the number “${code}”`));
  const tally = { EXCELLENT: excellent ?? 0, GOOD: good ?? 0, PASS: pass ?? 0, FAIL: fail ?? 0 };
  const existing = batch.rounds.get(roundKey(project.id, month));
  if (existing?.ledgerKeys.includes(keyOf(row))) return { kind: 'unchanged' };
  if (existing && row.record === toTypeId('round', existing.id)) return isSame(existing, tally) ? { kind: 'unchanged' } : differs(row);
  if (existing?.source === RecordSource.ENTERED) {
    return refused(problem(row, '月份', 'ROUND_TAKEN', `${month} 的评价已在系统里登记`, `The evaluation of ${month} was recorded here already`));
  }
  if (existing) batch.warn(problem(row, '月份', 'ROUND_ADDED_UP', `同一项目 ${month} 已有评价，票数已累加`, `The project has ratings of ${month} already; these were added to them`));
  return tallied(batch, row, tally, { project, month, existing });
}

function tallied(batch: Batch, row: LedgerRow, tally: Tally, { project, month, existing }: { project: Project; month: string; existing: EvaluationRound | undefined }): RowOutcome {
  const result = rated(existing ? sumOf(existing, tally) : tally);
  if (!result) return refused(problem(row, '优秀', 'ROUND_WITHOUT_VOTES', '没有一票', 'Nobody rated'));
  const round = existing ?? batch.tx.create(EvaluationRound, { project, orgUnit: project.orgUnit, month, source: RecordSource.LEDGER });
  Object.assign(round, result, { ledgerKeys: [...round.ledgerKeys, keyOf(row)] });
  batch.rounds.set(roundKey(project.id, month), round);
  batch.touched.add(project.id);
  return { kind: 'accepted' };
}

function sumOf({ excellent, good, pass, fail }: EvaluationRound, more: Tally): Tally {
  return { EXCELLENT: excellent + more.EXCELLENT, GOOD: good + more.GOOD, PASS: pass + more.PASS, FAIL: fail + more.FAIL };
}

function isSame({ excellent, good, pass, fail }: EvaluationRound, tally: Tally): boolean {
  return excellent === tally.EXCELLENT && good === tally.GOOD && pass === tally.PASS && fail === tally.FAIL;
}
