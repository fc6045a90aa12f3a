import type { ServerFeature } from '@weixiang/kernel';
import { activitiesFeature } from './activities/activities.feature.js';
import { agendaFeature } from './agenda/agenda.feature.js';
import { agreementsFeature } from './agreements/agreements.feature.js';
import { changesFeature } from './changes/changes.feature.js';
import { demandsFeature } from './demands/demands.feature.js';
import { disclosuresFeature } from './disclosures/disclosures.feature.js';
import { emergenciesFeature } from './emergencies/emergencies.feature.js';
import { evaluationsFeature } from './evaluations/evaluations.feature.js';
import { exportsFeature } from './exports/exports.feature.js';
import { importsFeature } from './imports/imports.feature.js';
import { noticesFeature } from './notices/notices.feature.js';
import { notificationsFeature } from './notifications/notifications.feature.js';
import { organisationFeature } from './organisation/organisation.feature.js';
import { partnersFeature } from './partners/partners.feature.js';
import { peopleFeature } from './people/people.feature.js';
import { photosFeature } from './photos/photos.feature.js';
import { projectsFeature } from './projects/projects.feature.js';
import { reorganisationsFeature } from './reorganisations/reorganisations.feature.js';
import { reportsFeature } from './reports/reports.feature.js';
import { filtersFeature } from './filters/filters.feature.js';
import { searchFeature } from './search/search.feature.js';
import { vocabularyFeature } from './vocabulary/vocabulary.feature.js';
import { webhooksFeature } from './webhooks/webhooks.feature.js';
import { wishesFeature } from './wishes/wishes.feature.js';

/** Core's features, in the order of their migrations. */
export const coreFeatures: readonly ServerFeature[] = [
  vocabularyFeature,
  organisationFeature,
  peopleFeature,
  emergenciesFeature,
  partnersFeature,
  projectsFeature,
  demandsFeature,
  wishesFeature,
  agreementsFeature,
  activitiesFeature,
  photosFeature,
  evaluationsFeature,
  noticesFeature,
  importsFeature,
  exportsFeature,
  filtersFeature,
  reportsFeature,
  agendaFeature,
  disclosuresFeature,
  notificationsFeature,
  webhooksFeature,
  changesFeature,
  reorganisationsFeature,
  searchFeature,
];
