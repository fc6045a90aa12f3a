import { defineServer, listQuery } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { savedFilterAbilities } from './saved-filter.abilities.js';
import { SavedFilter } from './saved-filter.entity.js';
import { savedFilterList } from './saved-filter.list.js';
import { SavedFilterMutations } from './saved-filter.resolver.js';

/** Views of lists under a name. */
export const filtersFeature = defineServer({
  declaration: defineFeature({
    name: 'filters',
    label: { zh: '常用筛选', en: 'Saved filters' },
    description: { zh: '给列表的筛选起个名字，自己用，也可以给同一组织的同事用。', en: 'Filters of lists under a name, for oneself or for colleagues at the same unit.' },
    dependsOn: ['organisation', 'people'],
    permissions: {
      'filter.save': {
        label: { zh: '保存常用筛选', en: 'Save filters of lists' },
        level: 'unit',
        roles: ['convener', 'organisationOfficer', 'departmentOfficer', 'subDistrictOfficer', 'communitySecretary', 'gridWorker', 'buildingLeader', 'projectLead', 'supervisor', 'auditor'],
      },
    },
    messages: {
      FILTER_NAME_TAKEN: { zh: '您在这一页已有同名的筛选，请换个名字。', en: 'You have a filter of this name on this page already.' },
      FILTERS_FULL: { zh: '常用筛选最多存 {limit} 个，先删掉不用的。', en: 'At most {limit} filters are kept; remove one first.' },
      FILTER_PAGE_UNKNOWN: { zh: '没有这一页。', en: 'There is no such page.' },
    },
  }),
  entities: [SavedFilter],
  reads: [listQuery('savedFilters', () => savedFilterList, 'Saved filters: your own, and those shared at your units.')],
  resolvers: [SavedFilterMutations],
  abilities: [savedFilterAbilities],
  migrations: new URL('../../migrations/filters/', import.meta.url),
});
