import { ADMINISTRATOR, createWorkflowRegistry, type PermissionDefinition, type ProjectTypeDefinition, type Text, type WorkflowRegistry } from '@weixiang/shared';
import type { AgendaSource } from '../agenda/agenda-source.js';
import type { EventConsumer } from '../events/consumer.js';
import type { ToldEvent } from '../events/told-event.js';
import type { NotificationKind } from '../notifications/notification-kind.js';
import type { CronDefinition, JobDefinition } from '../jobs/job.js';
import type { LedgerExporter } from '../ledger/exporter.js';
import type { LedgerImporter } from '../ledger/importer.js';
import type { Metric } from '../metrics/metric.js';
import type { Grant } from '../permissions/actor.js';
import type { Guard } from '../workflow/guards.js';
import type { FeatureSet } from './feature-set.js';

/** What a set of features declares, by name. */
export interface FeatureIndex {
  permissions: ReadonlyMap<string, PermissionDefinition>;
  /** Permissions that a role has from the start. `permissionsOf('resident')` */
  permissionsOf(role: string): ReadonlySet<string>;
  /** Roles that have a permission from the start. `rolesWith('wish.answer')` */
  rolesWith(permission: string): readonly string[];
  /** Those of them that go along when the role is lent. */
  lentPermissionsOf(role: string): ReadonlySet<string>;
  /** Of these, what reaches a unit: all that goes along when the role is taken in an emergency. */
  takenPermissionsOf(role: string): ReadonlySet<string>;
  messages: ReadonlyMap<string, Text>;
  guards: ReadonlyMap<string, Guard>;
  jobs: ReadonlyMap<string, JobDefinition>;
  crons: ReadonlyMap<string, CronDefinition>;
  consumers: ReadonlyMap<string, EventConsumer>;
  /** Events that may be told, by their name. */
  events: ReadonlyMap<string, ToldEvent>;
  notifications: ReadonlyMap<string, NotificationKind>;
  /** By ledger, the file's name without extension. */
  importers: ReadonlyMap<string, LedgerImporter>;
  /** By ledger. */
  exporters: ReadonlyMap<string, LedgerExporter>;
  metrics: readonly Metric[];
  agenda: readonly AgendaSource[];
  /** By key, as ledgers and the discriminator have it. */
  projectTypes: ReadonlyMap<string, ProjectTypeDefinition & { feature: string }>;
  workflows: WorkflowRegistry;
}

const indexes = new WeakMap<FeatureSet, FeatureIndex>();
const none: ReadonlySet<string> = new Set();

/**
 * The index of a set; made once.
 * @example indexOf(context.features).importers.get('wishes')
 */
export function indexOf(set: FeatureSet): FeatureIndex {
  const known = indexes.get(set);
  if (known) return known;
  const index = makeIndex(set);
  indexes.set(set, index);
  return index;
}

/** What a grant permits: less when the role is another's, lent or taken. */
export function permissionsOfGrant(index: FeatureIndex, { role, lent, taken }: Pick<Grant, 'role' | 'lent' | 'taken'>): ReadonlySet<string> {
  if (taken) return index.takenPermissionsOf(role);
  return lent ? index.lentPermissionsOf(role) : index.permissionsOf(role);
}

function makeIndex({ features }: FeatureSet): FeatureIndex {
  const declarations = features.map(({ declaration }) => declaration);
  const permissions = new Map(declarations.flatMap((declaration) => Object.entries(declaration.permissions)));
  const ofRoles = new Map<string, Set<string>>();
  for (const [name, { roles, level }] of permissions) {
    // The administrator can grant every role, and nobody grants more than they hold.
    const holders = level === 'own' ? roles : [ADMINISTRATOR, ...roles];
    for (const role of holders) ofRoles.set(role, (ofRoles.get(role) ?? new Set()).add(name));
  }
  const lent = new Map([...ofRoles].map(([role, names]) => [role, new Set([...names].filter((name) => !permissions.get(name)?.staysWithHolder))]));
  const taken = new Map([...lent].map(([role, names]) => [role, new Set([...names].filter((name) => permissions.get(name)?.level === 'unit'))]));
  return {
    permissions,
    permissionsOf: (role) => ofRoles.get(role) ?? none,
    rolesWith: (permission) => [...ofRoles].flatMap(([role, held]) => (held.has(permission) ? [role] : [])),
    lentPermissionsOf: (role) => lent.get(role) ?? none,
    takenPermissionsOf: (role) => taken.get(role) ?? none,
    messages: new Map(declarations.flatMap((declaration) => Object.entries(declaration.messages))),
    guards: new Map(features.flatMap((feature) => Object.entries(feature.guards ?? {}))),
    jobs: new Map(features.flatMap((feature) => feature.jobs ?? []).map((job) => [job.name, job])),
    crons: new Map(features.flatMap((feature) => feature.crons ?? []).map((cron) => [cron.name, cron])),
    consumers: new Map(features.flatMap((feature) => feature.consumers ?? []).map((consumer) => [consumer.name, consumer])),
    events: new Map(features.flatMap((feature) => Object.entries(feature.events ?? {}))),
    notifications: new Map(features.flatMap((feature) => feature.notifications ?? []).map((kind) => [kind.name, kind])),
    importers: new Map(features.flatMap((feature) => feature.importers ?? []).map((importer) => [importer.ledger, importer])),
    exporters: new Map(features.flatMap((feature) => feature.exporters ?? []).map((exporter) => [exporter.ledger, exporter])),
    metrics: features.flatMap((feature) => feature.metrics ?? []),
    agenda: features.flatMap((feature) => feature.agenda ?? []),
    projectTypes: new Map(declarations.flatMap(({ name, projectTypes }) => projectTypes.map((type) => [type.key, { ...type, feature: name }]))),
    workflows: createWorkflowRegistry(declarations.flatMap(({ workflows }) => workflows)),
  };
}
