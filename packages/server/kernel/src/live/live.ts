import type { FeatureSet } from '../features/feature-set.js';
import { Lru } from '../read/lru.js';
import { keptSchemas, type SchemaCache } from '../schema/schema-cache.js';
import { Connections, type LiveLimits } from './connections.js';
import { LiveOperations } from './live-operations.js';

/** Live updates of one process: the subscriptions of each schema, and the connections that carry them. */
export class Live {
  readonly connections: Connections;
  private readonly operations = new Lru<LiveOperations>(keptSchemas);

  constructor(
    private readonly schemas: SchemaCache,
    readonly limits: LiveLimits,
  ) {
    this.connections = new Connections(limits);
  }

  /** The subscriptions of a tenant's features. */
  of(features: FeatureSet): LiveOperations {
    const known = this.operations.get(features.key) ?? new LiveOperations(this.schemas.of(features));
    this.operations.set(features.key, known);
    return known;
  }
}
