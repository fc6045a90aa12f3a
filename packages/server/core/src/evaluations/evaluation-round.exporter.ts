import { cellAt, type LedgerExporter } from '@weixiang/kernel';

/** 评议台账: one row a round, whatever it was added up from. What is still open has no tally yet. */
export const evaluationRoundExporter: LedgerExporter = {
  ledger: 'evaluations',
  permission: 'evaluation.read',
  list: 'evaluationRounds',
  filter: 'EvaluationRoundFilter',
  base: { state: ['PUBLISHED', 'FINAL'] },
  sort: 'NEWEST',
  columns: [
    { header: '月份', width: 10 },
    { header: '项目编号' },
    { header: '优秀', width: 8 },
    { header: '良好', width: 8 },
    { header: '合格', width: 8 },
    { header: '不合格', width: 8 },
    { header: '系统编号', width: 34 },
  ],
  selection: 'id month project { id code } excellent good pass fail',
  cellsOf: (node) => ({
    月份: cellAt(node, 'month'),
    项目编号: cellAt(node, 'project', 'code') ?? cellAt(node, 'project', 'id'),
    优秀: cellAt(node, 'excellent'),
    良好: cellAt(node, 'good'),
    合格: cellAt(node, 'pass'),
    不合格: cellAt(node, 'fail'),
    系统编号: cellAt(node, 'id'),
  }),
};
