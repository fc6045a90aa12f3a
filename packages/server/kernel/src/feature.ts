import type { PluginDeclaration } from '@weixiang/shared';
import type { AgendaSource } from './agenda/agenda-source.js';
import type { RecordClass } from './entity/record.js';
import type { RootRead } from './entity/root-read.js';
import type { EventConsumer } from './events/consumer.js';
import type { ToldEvent } from './events/told-event.js';
import type { FileKind } from './files/orphans.js';
import type { TenantRoute } from './http/server.js';
import type { JobDefinition, CronDefinition } from './jobs/job.js';
import type { NotificationKind } from './notifications/notification-kind.js';
import type { DefineAbilities } from './permissions/ability.js';
import type { LedgerExporter } from './ledger/exporter.js';
import type { LedgerImporter } from './ledger/importer.js';
import type { Metric } from './metrics/metric.js';
import type { SearchedRecord } from './search/searched-record.js';
import type { Demo } from './tenancy/demo.js';
import type { Seed } from './tenancy/seed.js';
import type { Guard } from './workflow/guards.js';

/** A class with type-graphql decorators: a resolver. */
export type ResolverClass = abstract new () => object;

/**
 * The server part of a feature: core's and plugins' alike. One declaration says everything the kernel must know;
 * boot checks it (unknown permission, two features claiming one name, …) and fails with one clear line.
 */
export interface ServerFeature {
  /** The isomorphic part: name, permissions, workflows, messages. */
  declaration: PluginDeclaration;
  /** Tables. */
  entities?: readonly RecordClass[];
  /** GraphQL object types that no field names by itself: an interface's variants. */
  graphTypes?: readonly RecordClass[];
  /** Root fields that the selection compiler answers. */
  reads?: readonly RootRead[];
  /** Mutations and computed fields. */
  resolvers?: readonly ResolverClass[];
  /** Routes of a tenant beside GraphQL: files in and out. Where the feature is off they are not there. */
  routes?: readonly TenantRoute[];
  abilities?: readonly DefineAbilities[];
  /** Conditions of workflows by name: the feature's own, and those it adds to another's. */
  guards?: Readonly<Record<string, Guard>>;
  jobs?: readonly JobDefinition[];
  crons?: readonly CronDefinition[];
  /** What works on the tenant's events, in their order. */
  consumers?: readonly EventConsumer[];
  /**
   * Its events that who may read the record may be told of, by live updates and webhooks. An event that no feature names
   * here (somebody signed in) is told to nobody; history has a rule of its own.
   */
  events?: Readonly<Record<string, ToldEvent>>;
  /** What people are told in the product, and by which events. */
  notifications?: readonly NotificationKind[];
  metrics?: readonly Metric[];
  /** What waits on whom. */
  agenda?: readonly AgendaSource[];
  /** Which of its records search finds, and by what. */
  searches?: readonly SearchedRecord[];
  importers?: readonly LedgerImporter[];
  /** Ledgers on their way out, each beside the importer that takes it back. */
  exporters?: readonly LedgerExporter[];
  /** Kinds of files it keeps in the file store; what no record names is removed after a day. */
  fileKinds?: readonly FileKind[];
  /** Folder of `NNNN-title.sql` files, run in order after those of the features it depends on. */
  migrations?: URL;
  /** Run once for a new tenant, and once when the plugin is first enabled. */
  seeds?: readonly Seed[];
  /** Run once in the example tenant, in demo mode alone, when the feature is on there. */
  demos?: readonly Demo[];
}

/** Declares a feature's server part. */
export function defineServer(feature: ServerFeature): ServerFeature {
  return feature;
}
