import { defineServer, listQuery, oneQuery, tallyQuery } from '@weixiang/kernel';
import { defineFeature, type RoleKey } from '@weixiang/shared';
import { evaluationRoundAbilities } from './evaluation-round.abilities.js';
import { evaluationAgenda } from './evaluation.agenda.js';
import { EvaluationProposal } from './evaluation-proposal.entity.js';
import { evaluationProposalList } from './evaluation-proposal.list.js';
import { ProposalFields, ProposalMutations } from './evaluation-proposal.resolver.js';
import { proposalLives } from './evaluation-proposal.workflow.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import { failedAgain, failedLately } from './evaluation-round.guards.js';
import { evaluationRoundExporter } from './evaluation-round.exporter.js';
import { evaluationRoundImporter } from './evaluation-round.importer.js';
import { evaluationRoundList } from './evaluation-round.list.js';
import { satisfactionMetric } from './evaluation-round.metric.js';
import { evaluationNotifications } from './evaluation-round.notifications.js';
import { EvaluationRoundFields, EvaluationRoundMutations } from './evaluation-round.resolver.js';
import { evaluationRoundLife } from './evaluation-round.workflow.js';
import { Objection } from './objection.entity.js';
import { objectionExporter } from './objection.exporter.js';
import { objectionList } from './objection.list.js';
import { ObjectionMutations } from './objection.resolver.js';
import { objectionLife } from './objection.workflow.js';
import { Rating } from './rating.entity.js';
import { ratingList } from './rating.list.js';
import { BallotField, RatingMutations } from './rating.resolver.js';
import { evaluationCron, evaluationJob } from './rounds.job.js';

/** Everybody but who only watches. */
const everybody = [
  'tenantAdministrator', 'convener', 'organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'buildingLeader', 'projectLead',
  'supervisor', 'expert', 'partnerRepresentative', 'resident',
] as const satisfies readonly RoleKey[];

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
      'evaluation.answer': {
        label: { zh: '答复异议、重新计票', en: 'Answer objections and recount' },
        level: 'unit',
        roles: ['organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary'],
      },
      'evaluation.rate': { label: { zh: '以居民身份评议', en: 'Rate as a resident' }, level: 'own', roles: ['resident'] },
      'evaluation.rateForOthers': {
        label: { zh: '以其他各方身份评议', en: 'Rate as another party' },
        level: 'own',
        roles: ['organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'buildingLeader', 'supervisor'],
      },
      'evaluation.rateAsExpert': { label: { zh: '以专家身份评估', en: 'Rate as an expert' }, level: 'own', roles: ['expert'] },
      'evaluation.object': { label: { zh: '对等次提出异议', en: 'Object to grades' }, level: 'own', roles: everybody },
    },
    workflows: [evaluationRoundLife, objectionLife, ...Object.values(proposalLives)],
    messages: {
      MONTH_INVALID: { zh: '月份请写成 2025-03。', en: 'Please write the month like 2025-03.' },
      ROUND_WITHOUT_VOTES: { zh: '没有一票，不能评定等次。', en: 'Nobody rated, so there is no grade.' },
      ROUND_CLOSED: { zh: '这一轮评议已经结束。', en: 'This round of ratings has ended.' },
      RATING_OWN_PROJECT: { zh: '您负责这个项目，请别人来评。', en: 'You lead this project; others rate it.' },
      PARTY_NOT_YOURS: { zh: '这个项目不由您以这个身份来评。', en: 'You do not rate this project as that.' },
      OBJECTIONS_OVER: { zh: '现在不在异议期内。', en: 'This is not within the days for objections.' },
      OBJECTION_OPEN: { zh: '您已经提出异议，正在等答复。', en: 'You have objected already and will be answered.' },
      OBJECTION_TO_YOURSELF: { zh: '这条异议请别人来答复。', en: 'Let somebody else answer this objection.' },
      UPHELD_CHANGES_NOTHING: { zh: '异议成立的，请选出不再计票的评议。', en: 'To uphold it, choose the ratings that no longer count.' },
      REJECTED_CHANGES_NOTHING: { zh: '异议不成立的，票数不变，请不要选评议。', en: 'Rejected, it changes no count: choose no ratings.' },
      PROPOSAL_ABOUT_YOURSELF: { zh: '您负责这个项目，请别人来决定。', en: 'You lead this project; somebody else decides.' },
      DUE_IN_PAST: { zh: '整改期限要在今天以后。', en: 'The correction must be due after today.' },
      HAND_OVER_FIRST: { zh: '合作单位还在实施“{project}”等项目，请先为它们换好合作单位。', en: 'The partner still delivers “{project}” or others. Hand them over first.' },
      PARTNER_NOT_YOURS: { zh: '清退合作单位要由有准入权限的人来确认。', en: 'Who may admit partners has to confirm the removal.' },
      SETTING_OUT_OF_RANGE: { zh: '请填 {min} 到 {max} 之间的整数。', en: 'Please give a whole number from {min} to {max}.' },
      THRESHOLDS_DISORDERED: { zh: '各等次的分数线要从高到低。', en: 'The thresholds must fall from grade to grade.' },
      NOBODY_WEIGHS: { zh: '至少要有一方的权重大于 0。', en: 'At least one party must weigh more than 0.' },
      ROUND_TAKEN: { zh: '这个月的评价已经登记过。', en: 'The evaluation of this month is recorded already.' },
    },
  }),
  entities: [EvaluationRound, Rating, Objection, EvaluationProposal],
  reads: [
    oneQuery('evaluationRound', () => EvaluationRound, 'One monthly evaluation by id; null when absent or not to be seen.'),
    listQuery('evaluationRounds', () => evaluationRoundList, 'Monthly evaluations that you may see.'),
    tallyQuery('evaluationRoundCounts', () => evaluationRoundList, 'state', 'How many monthly evaluations that you may see stand in each state.'),
    listQuery('ratings', () => ratingList, 'Ratings without who gave them, of closed rounds that you may see as staff; your own at any time.'),
    listQuery('objections', () => objectionList, 'Objections to grades: your own, and those of your units.'),
    oneQuery('objection', () => Objection, 'One objection by id; null when absent or not to be seen.'),
    listQuery('evaluationProposals', () => evaluationProposalList, 'What follows from final grades, as far as you may see it.'),
    oneQuery('evaluationProposal', () => EvaluationProposal, 'One proposal by id; null when absent or not to be seen.'),
  ],
  resolvers: [EvaluationRoundMutations, EvaluationRoundFields, RatingMutations, BallotField, ObjectionMutations, ProposalMutations, ProposalFields],
  events: {
    'evaluationRound.recorded': { label: { zh: '记一次评议', en: 'Evaluation round recorded' } },
    'evaluationRound.opened': { label: { zh: '开始评议', en: 'Ratings opened' } },
    'evaluationRound.lapsed': { label: { zh: '评议人数不足', en: 'Ratings closed without a grade' } },
    'evaluationRound.published': { label: { zh: '公示等次', en: 'Grade published' } },
    'evaluationRound.recounted': { label: { zh: '重新计票', en: 'Ratings recounted' } },
    'evaluationRound.finalised': { label: { zh: '等次已定', en: 'Grade final' } },
    'objection.raised': { label: { zh: '提出异议', en: 'Objection raised' } },
    'objection.answered': { label: { zh: '答复异议', en: 'Objection answered' } },
    'evaluationProposal.proposed': { label: { zh: '提出处理建议', en: 'Consequence proposed' } },
    'evaluationProposal.confirmed': { label: { zh: '确认处理建议', en: 'Consequence confirmed' } },
    'evaluationProposal.declined': { label: { zh: '不采纳处理建议', en: 'Consequence declined' } },
  },
  jobs: [evaluationJob],
  crons: [evaluationCron],
  notifications: evaluationNotifications,
  agenda: evaluationAgenda,
  abilities: [evaluationRoundAbilities],
  guards: { failedLately, failedAgain },
  importers: [evaluationRoundImporter],
  exporters: [evaluationRoundExporter, objectionExporter],
  metrics: [satisfactionMetric],
  migrations: new URL('../../migrations/evaluations/', import.meta.url),
});
