import type { ServerFeature } from '@weixiang/kernel';
import { organisationFeature } from './organisation/organisation.feature.js';
import { peopleFeature } from './people/people.feature.js';
import { vocabularyFeature } from './vocabulary/vocabulary.feature.js';

/** Core's features, in the order of their migrations. */
export const coreFeatures: readonly ServerFeature[] = [vocabularyFeature, organisationFeature, peopleFeature];
