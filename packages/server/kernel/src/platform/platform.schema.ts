import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { DateTimeScalar } from '../schema/scalars.js';
import { withScopedMetadata } from '../schema/scoped-metadata.js';
import { ConsumerResolver } from './consumer.resolver.js';
import { OperatorResolver } from './operator.resolver.js';
import { PlatformTenantResolver } from './tenant.resolver.js';

const resolvers = [OperatorResolver, PlatformTenantResolver, ConsumerResolver] as const;

/** The schema of `/platform/graphql`; it knows no type of any feature. */
export function buildPlatformSchema(): GraphQLSchema {
  const schema = withScopedMetadata({ resolvers, unions: new Map() }, () =>
    buildSchemaSync({ resolvers, orphanedTypes: [], scalarsMap: [{ type: Date, scalar: DateTimeScalar }], validate: false }),
  );
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  if (query) query.description = 'What those who run the platform can read: tenants by name, nothing inside them.';
  if (mutation) mutation.description = 'What those who run the platform can change. Each mutation answers with what it changed, or with `refusals`.';
  return schema;
}
