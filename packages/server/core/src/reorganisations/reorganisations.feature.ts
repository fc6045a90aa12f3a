import { defineServer, listQuery, oneQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { ReorganisationPreviews } from './preview.resolver.js';
import { reorganisationAbilities } from './reorganisation.abilities.js';
import { Reorganisation } from './reorganisation.entity.js';
import { carryOut, follow, resumeReorganisations } from './reorganisation.job.js';
import { reorganisationList } from './reorganisation.list.js';
import { ReorganisationFields, ReorganisationMutations } from './reorganisation.resolver.js';
import { reorganisationLife } from './reorganisation.workflow.js';

/** Units are moved, merged, split and closed, each with a date; the records follow. */
export const reorganisationsFeature = defineServer({
  declaration: defineFeature({
    name: 'reorganisations',
    label: { zh: '机构调整', en: 'Reorganisations' },
    description: { zh: '组织的迁移、合并、拆分与撤销。', en: 'Units moved, merged, split and closed.' },
    dependsOn: ['organisation', 'people', 'wishes', 'projects'],
    permissions: {},
    workflows: [reorganisationLife],
    messages: {
      ROOT_STAYS: { zh: '最上级组织不能调整。', en: 'The root stays where it is.' },
      UNIT_WOULD_CIRCLE: { zh: '不能调整到自己或自己的下级之下。', en: 'A unit cannot go below itself or what is below it.' },
      UNIT_ALREADY_THERE: { zh: '它已经在这个组织之下。', en: 'It is below that unit already.' },
      UNIT_HAS_UNITS: { zh: '下面还有 {count} 个组织，请先撤销、迁移或合并它们。', en: 'There are {count} open units below. Close, move or merge those first.' },
      UNIT_NOT_BELOW: { zh: '只能选它直接的下级组织。', en: 'Choose only units directly below it.' },
      TOO_MANY_UNITS: { zh: '一次最多 {limit} 个组织。', en: 'At most {limit} units at once.' },
      REORGANISATION_UNDER_WAY: { zh: '“{unit}”正在调整，记录还没有跟进完，请稍后再办。', en: '“{unit}” is being reorganised and its records still follow. Please try again in a while.' },
      REORGANISATION_PLANNED: { zh: '这个组织已有 {on} 生效的调整，请先取消它。', en: 'This unit has a reorganisation planned for {on}. Call that one off first.' },
      DATE_PAST: { zh: '请选今天或以后的日期。', en: 'Please choose today or a later day.' },
      DATE_TOO_FAR: { zh: '最远可以定到 {years} 年以后。', en: 'Please choose a day within {years} years.' },
    },
  }),
  entities: [Reorganisation],
  reads: [
    oneQuery('reorganisation', () => Reorganisation, 'One reorganisation by id; null when absent or not to be seen.'),
    listQuery('reorganisations', () => reorganisationList, 'Reorganisations that you may see, planned and past.'),
  ],
  resolvers: [ReorganisationMutations, ReorganisationFields, ReorganisationPreviews],
  events: {
    'reorganisation.planned': { label: { zh: '计划机构调整', en: 'Reorganisation planned' } },
    'reorganisation.canceled': { label: { zh: '取消机构调整', en: 'Reorganisation called off' } },
    'reorganisation.carriedOut': { label: { zh: '机构调整生效', en: 'Reorganisation carried out' } },
    'reorganisation.finished': { label: { zh: '机构调整完成', en: 'Reorganisation finished' } },
    'reorganisation.failed': { label: { zh: '机构调整未能办理', en: 'Reorganisation could not be done' } },
  },
  abilities: [reorganisationAbilities],
  jobs: [carryOut, follow],
  crons: [resumeReorganisations],
  migrations: new URL('../../migrations/reorganisations/', import.meta.url),
});
