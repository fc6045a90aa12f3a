import type { ServerFeature } from '../feature.js';

/** The features that are on for a tenant: core's always, and its enabled plugins'. One per set of plugins, shared. */
export interface FeatureSet {
  /** Names of the enabled plugins, sorted and joined by `+`; `core` when there are none. Key of every cache of schemas and plans. */
  key: string;
  features: readonly ServerFeature[];
  /** Names of the enabled plugins. */
  plugins: readonly string[];
}
