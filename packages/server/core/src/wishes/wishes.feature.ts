import { defineServer, listQuery, oneQuery, tallyQuery, searchedRecord } from '@weixiang/kernel';
import { defineFeature, type RoleKey } from '@weixiang/shared';
import { wishAgenda } from './wish.agenda.js';
import { wishAbilities } from './wish.abilities.js';
import { Wish } from './wish.entity.js';
import { escalateWishes } from './wish.escalation.js';
import { WishFields } from './wish.fields.js';
import { wishExporter } from './wish.exporter.js';
import { wishImporter } from './wish.importer.js';
import { wishList } from './wish.list.js';
import { answeredOnTimeMetric, collectedMetric, fulfilledMetric } from './wish.metric.js';
import { WishMutations } from './wish.resolver.js';
import { firstWishLife, wishLife } from './wish.workflow.js';
import { WishSubscription } from './wish-change.resolver.js';
import { WishAnswer } from './wish-answer.entity.js';
import { WishStepMutations } from './wish-step.resolver.js';
import { WishSupport } from './wish-support.entity.js';
import { wishEvents } from './wish.events.js';
import { wishNotifications } from './wish.notifications.js';

/** Each holds what the ones below hold, so that each can grant the next. */
const deciding = ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary'] as const satisfies readonly RoleKey[];
const answering = [...deciding, 'gridWorker'] as const satisfies readonly RoleKey[];
/** Everybody but who only watches. */
const everybody = [
  ...answering, 'tenantAdministrator', 'convener', 'departmentOfficer', 'buildingLeader', 'projectLead', 'supervisor', 'expert', 'partnerRepresentative', 'resident',
] as const satisfies readonly RoleKey[];

/** Wishes: residents' words, answered. */
export const wishesFeature = defineServer({
  declaration: defineFeature({
    name: 'wishes',
    label: { zh: '微心愿', en: 'Wishes' },
    description: { zh: '居民的微心愿：说了有人听，听了有回音。', en: 'Residents’ wishes: heard, and answered.' },
    dependsOn: ['organisation', 'people', 'demands'],
    permissions: {
      'wish.make': { label: { zh: '写下自己的心愿', en: 'Make one’s own wishes' }, level: 'own', roles: everybody },
      'wish.support': { label: { zh: '支持别人的心愿', en: 'Back others’ wishes' }, level: 'own', roles: everybody },
      'wish.read': { label: { zh: '查看心愿', en: 'See wishes' }, level: 'unit', roles: [...answering, 'convener', 'buildingLeader', 'auditor'] },
      'wish.reveal': { label: { zh: '查看心愿人姓名电话', en: 'See wishers’ names and telephones' }, level: 'unit', roles: [...answering, 'auditor'] },
      'wish.record': { label: { zh: '代居民登记心愿', en: 'Record wishes for residents' }, level: 'unit', roles: [...answering, 'buildingLeader'] },
      'wish.edit': { label: { zh: '整理心愿、定轻重缓急', en: 'Sort wishes and set priorities' }, level: 'unit', roles: answering },
      'wish.answer': { label: { zh: '答复心愿', en: 'Answer wishes' }, level: 'unit', roles: answering },
      'wish.accept': { label: { zh: '受理心愿、归入需求', en: 'Accept wishes into demands' }, level: 'unit', roles: deciding },
      'wish.decline': { label: { zh: '不予受理', en: 'Decline wishes' }, level: 'unit', roles: deciding },
      'wish.list': { label: { zh: '列入清单', en: 'Put wishes on the list' }, level: 'unit', roles: deciding },
      'wish.merge': { label: { zh: '归并心愿', en: 'Merge wishes' }, level: 'unit', roles: deciding },
      'wish.assign': { label: { zh: '交给网格', en: 'Hand wishes to units' }, level: 'unit', roles: deciding },
      'wish.startProject': { label: { zh: '为心愿立项', en: 'Put wishes into projects' }, level: 'unit', roles: deciding },
      'wish.fulfil': { label: { zh: '办成心愿', en: 'Fulfil wishes' }, level: 'unit', roles: answering },
      'wish.confirm': { label: { zh: '代居民确认结果', en: 'Confirm results for residents' }, level: 'unit', roles: answering },
    },
    workflows: [firstWishLife, wishLife],
    messages: {
      WISH_ENDED: { zh: '这条心愿已经办结，不能再改。', en: 'This wish has come to its end.' },
      WISH_ANSWERED: { zh: '已经答复的心愿不能再改；要补充，请告诉答复您的人。', en: 'An answered wish cannot be changed any more; tell who answered you.' },
      WISH_IS_THE_WISHERS: { zh: '这是居民自己的心愿，原话和上墙由本人决定；您可以让它不上墙。', en: 'This is the resident’s own wish: its words, and what the wall shows, are theirs to decide. You may take it off the wall.' },
      WISH_IS_YOURS: { zh: '这是您自己的心愿，不用再支持。', en: 'This is your own wish; you stand behind it already.' },
      WISH_NOT_GATHERABLE: { zh: '先受理，再归入需求；已立项的心愿不能换需求。', en: 'Accept it first; a wish in a project stays in its demand.' },
      MERGE_INTO_ITSELF: { zh: '请选另一条心愿。', en: 'Please choose another wish.' },
      PRIORITY_IS_FOR_STAFF: { zh: '轻重缓急由社区来定。', en: 'The community sets the priority.' },
      LABEL_SHOWS_TOO_MUCH: { zh: '墙上只写姓氏和称呼，例如韩先生；或者留空。', en: 'The wall shows a surname and a form of address at most, or nothing.' },
    },
  }),
  entities: [Wish, WishAnswer, WishSupport],
  searches: [searchedRecord(() => Wish, { label: { zh: '心愿', en: 'Wishes' }, texts: ['words'], numbers: ['number'] })],
  reads: [
    oneQuery('wish', () => Wish, 'One wish by id; null when absent or not to be seen.'),
    listQuery('wishes', () => wishList, 'Wishes that you may see: the public wall, your own, those of your units.'),
    tallyQuery('wishCounts', () => wishList, 'state', 'How many wishes that you may see are in each state.'),
  ],
  resolvers: [WishMutations, WishStepMutations, WishFields, WishSubscription],
  events: wishEvents,
  notifications: wishNotifications,
  abilities: [wishAbilities],
  crons: [escalateWishes],
  metrics: [collectedMetric, answeredOnTimeMetric, fulfilledMetric],
  importers: [wishImporter],
  agenda: wishAgenda,
  exporters: [wishExporter],
  migrations: new URL('../../migrations/wishes/', import.meta.url),
});
