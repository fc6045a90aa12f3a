import { defineServer, listQuery, oneQuery, searchedRecord } from '@weixiang/kernel';
import { defineFeature } from '@weixiang/shared';
import { noticeAbilities } from './notice.abilities.js';
import { Notice } from './notice.entity.js';
import { noticeList } from './notice.list.js';
import { NoticeResolver } from './notice.resolver.js';

/** What is made public, for good. */
export const noticesFeature = defineServer({
  declaration: defineFeature({
    name: 'notices',
    label: { zh: '公示', en: 'Notices' },
    description: { zh: '不可更改、前后相连的公示。', en: 'What is made public: unchangeable, each linked to the one before.' },
    dependsOn: ['evaluations'],
    permissions: {
      'notice.publish': { label: { zh: '发布公示', en: 'Publish notices' }, level: 'unit', roles: ['organisationOfficer', 'subDistrictOfficer', 'communitySecretary'] },
    },
  }),
  entities: [Notice],
  searches: [searchedRecord(() => Notice, { label: { zh: '公示', en: 'Notices' }, texts: ['title', 'body'], numbers: ['number'] })],
  reads: [
    oneQuery('notice', () => Notice, 'One notice by id; everybody may read it.'),
    listQuery('notices', () => noticeList, 'The public series of notices; everybody may read it.'),
  ],
  resolvers: [NoticeResolver],
  events: {
    'notice.published': { label: { zh: '发布公示', en: 'Notice published' } },
  },
  abilities: [noticeAbilities],
  migrations: new URL('../../migrations/notices/', import.meta.url),
});
