import { defineServer, listQuery, oneQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { evaluationRoundAbilities } from './evaluation-round.abilities.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import { failedAgain, failedLately } from './evaluation-round.guards.js';
import { evaluationRoundExporter } from './evaluation-round.exporter.js';
import { evaluationRoundImporter } from './evaluation-round.importer.js';
import { evaluationRoundList } from './evaluation-round.list.js';
import { satisfactionMetric } from './evaluation-round.metric.js';
import { EvaluationRoundMutations } from './evaluation-round.resolver.js';

/** 一月一评: every project graded every month, in public. */
export const evaluationsFeature = defineServer({
  declaration: defineFeature({
    name: 'evaluations',
    label: { zh: '一月一评', en: 'Monthly evaluation' },
    description: { zh: '项目每月的评价、等次和满意度。', en: 'Monthly ratings of projects, their grade and satisfaction.' },
    dependsOn: ['activities'],
    permissions: {
      'evaluation.read': {
        label: { zh: '查看评价', en: 'See evaluations' },
        level: 'unit',
        roles: ['convener', 'organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'buildingLeader', 'projectLead', 'supervisor', 'expert', 'auditor'],
      },
      'evaluation.record': {
        label: { zh: '登记评价', en: 'Record evaluations' },
        level: 'unit',
        roles: ['organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'supervisor'],
      },
    },
    messages: {
      MONTH_INVALID: { zh: '月份请写成 2025-03。', en: 'Please write the month like 2025-03.' },
      ROUND_WITHOUT_VOTES: { zh: '没有一票，不能评定等次。', en: 'Nobody rated, so there is no grade.' },
      ROUND_TAKEN: { zh: '这个月的评价已经登记过。', en: 'The evaluation of this month is recorded already.' },
    },
  }),
  entities: [EvaluationRound],
  reads: [
    oneQuery('evaluationRound', () => EvaluationRound, 'One monthly evaluation by id; null when absent or not to be seen.'),
    listQuery('evaluationRounds', () => evaluationRoundList, 'Monthly evaluations that you may see.'),
  ],
  resolvers: [EvaluationRoundMutations],
  events: {
    'evaluationRound.recorded': { label: { zh: '记一次评议', en: 'Evaluation round recorded' } },
  },
  abilities: [evaluationRoundAbilities],
  guards: { failedLately, failedAgain },
  importers: [evaluationRoundImporter],
  exporters: [evaluationRoundExporter],
  metrics: [satisfactionMetric],
  migrations: new URL('../../migrations/evaluations/', import.meta.url),
});
