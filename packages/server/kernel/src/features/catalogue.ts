import { inDependencyOrder } from '@weixiang/shared';
import type { ServerFeature } from '../feature.js';
import { StartupError } from '../postgres/startup-error.js';
import type { FeatureSet } from './feature-set.js';
import { featureProblems } from './feature-problems.js';

/**
 * Every installed feature, checked, and the sets of them that tenants see.
 * @example const { key } = new FeatureCatalogue(core, [education]).setFor(['education']) // 'education'
 */
export class FeatureCatalogue {
  /** Every feature, each after those it depends on. */
  readonly all: readonly ServerFeature[];
  /** The installed plugins, in the same order. */
  readonly plugins: readonly ServerFeature[];
  private readonly core: ReadonlySet<ServerFeature>;
  private readonly sets = new Map<string, FeatureSet>();

  /** @throws StartupError with one line that names everything that does not fit together. */
  constructor(core: readonly ServerFeature[], plugins: readonly ServerFeature[]) {
    const problems = featureProblems(core, plugins);
    if (problems.length > 0) throw new StartupError(`The installed features do not fit together: ${problems.join('; ')}.`);
    const byDeclaration = new Map([...core, ...plugins].map((feature) => [feature.declaration, feature]));
    this.all = inDependencyOrder([...byDeclaration.keys()]).flatMap((declaration) => byDeclaration.get(declaration) ?? []);
    this.core = new Set(core);
    this.plugins = this.all.filter((feature) => !this.core.has(feature));
  }

  /** Core and every plugin. */
  get everything(): FeatureSet {
    return this.setFor(this.plugins.map(({ declaration }) => declaration.name));
  }

  /**
   * Core and the named plugins; the same object for the same plugins. A name that is not installed is passed over, and so
   * is a plugin while one that it depends on is not among the names.
   */
  setFor(pluginNames: readonly string[]): FeatureSet {
    const asked = new Set(pluginNames);
    const features: ServerFeature[] = [];
    const present = new Set<string>();
    for (const feature of this.all) {
      const { name, dependsOn } = feature.declaration;
      if (!this.core.has(feature) && !(asked.has(name) && dependsOn.every((needed) => present.has(needed)))) continue;
      features.push(feature);
      present.add(name);
    }
    const plugins = features.filter((feature) => !this.core.has(feature)).map(({ declaration }) => declaration.name);
    const key = plugins.toSorted().join('+') || 'core';
    const known = this.sets.get(key);
    if (known) return known;
    const set: FeatureSet = Object.freeze({ key, features, plugins });
    this.sets.set(key, set);
    return set;
  }

  /** Plugins that must be enabled before this one can be: `missingFor('health', []) // ['general']` */
  missingFor(plugin: string, enabled: readonly string[]): string[] {
    const declaration = this.plugin(plugin)?.declaration;
    return (declaration?.dependsOn ?? []).filter((needed) => this.plugin(needed) && !enabled.includes(needed));
  }

  /** Enabled plugins that need this one, so that it cannot be disabled: `dependantsOf('general', ['general', 'health']) // ['health']` */
  dependantsOf(plugin: string, enabled: readonly string[]): string[] {
    return this.plugins
      .map(({ declaration }) => declaration)
      .filter(({ name, dependsOn }) => enabled.includes(name) && dependsOn.includes(plugin))
      .map(({ name }) => name);
  }

  /** An installed plugin by name. */
  plugin(name: string): ServerFeature | undefined {
    return this.plugins.find(({ declaration }) => declaration.name === name);
  }
}
