import { declarationProblems } from '@weixiang/shared';
import { getMetadataStorage } from 'type-graphql';
import { registry } from '../entity/registry.js';
import type { ServerFeature } from '../feature.js';
import { keptFactsProblem } from '../metrics/kept-facts.js';
import { searchedProperties } from '../search/searched-record.js';

/**
 * What does not fit among the installed features, one sentence each; empty when the server can start. What only GraphQL
 * itself can tell is found by building the schema of all of them.
 */
export function featureProblems(core: readonly ServerFeature[], plugins: readonly ServerFeature[]): string[] {
  const all = [...core, ...plugins];
  return [
    ...declarationProblems(all.map(({ declaration }) => declaration)),
    ...coreOnPlugins(core, plugins),
    ...claimedTwice('guard', all, ({ guards = {} }) => Object.keys(guards)),
    ...claimedTwice('job', all, ({ jobs = [] }) => jobs.map(({ name }) => name)),
    ...claimedTwice('cron', all, ({ crons = [] }) => crons.map(({ name }) => name)),
    ...claimedTwice('consumer', all, ({ consumers = [] }) => consumers.map(({ name }) => name)),
    ...claimedTwice('event', all, ({ events = {} }) => Object.keys(events)),
    ...claimedTwice('notification', all, ({ notifications = [] }) => notifications.map(({ name }) => name)),
    ...claimedTwice('kind of file', all, ({ fileKinds = [] }) => fileKinds.map(({ kind }) => kind)),
    ...all.flatMap(({ metrics = [] }) => metrics).flatMap(({ facts }) => (facts ? (keptFactsProblem(facts) ?? []) : [])),
    ...claimedTwice('metric', all, ({ metrics = [] }) => metrics.map(({ name }) => name)),
    ...claimedTwice('agenda', all, ({ agenda = [] }) => agenda.map(({ name }) => name)),
    ...claimedTwice('ledger', all, ({ importers = [] }) => importers.map(({ ledger }) => ledger)),
    ...claimedTwice('export of the ledger', all, ({ exporters = [] }) => exporters.map(({ ledger }) => ledger)),
    ...claimedTwice('seed', all, ({ seeds = [] }) => seeds.map(({ name }) => name)),
    ...claimedTwice('GraphQL type', all, ({ entities = [], graphTypes = [] }) => [...entities, ...graphTypes].map(({ name }) => name)),
    ...claimedTwice('id prefix', all, ({ entities = [] }) => entities.flatMap((entity) => registry.tableOf(entity)?.prefix ?? [])),
    ...claimedTwice('root field', all, rootFieldsOf),
    ...all.flatMap((feature) => unknownPermissions(feature, all)),
    ...all.flatMap(missingProjectTypes),
    ...all.flatMap(searchesOfSecrets),
    ...all.flatMap(searchesOfCiphertext),
    ...exportProblems(all),
  ];
}

function claimedTwice(what: string, features: readonly ServerFeature[], claims: (feature: ServerFeature) => readonly string[]): string[] {
  const owners = new Map<string, string>();
  return features.flatMap((feature) => {
    const { name } = feature.declaration;
    return claims(feature).flatMap((claim) => {
      const first = owners.get(claim);
      owners.set(claim, name);
      return first === undefined ? [] : [`the ${what} ${claim} is claimed by ${first} and by ${name}`];
    });
  });
}

/** Core is always there, a plugin is not. */
function coreOnPlugins(core: readonly ServerFeature[], plugins: readonly ServerFeature[]): string[] {
  const optional = new Set(plugins.map(({ declaration }) => declaration.name));
  return core.flatMap(({ declaration: { name, dependsOn } }) =>
    dependsOn.filter((needed) => optional.has(needed)).map((needed) => `${name} is core and cannot depend on the plugin ${needed}`),
  );
}

function rootFieldsOf({ reads = [], resolvers = [] }: ServerFeature): string[] {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  const declaredIn = (root: string, fields: readonly { target: unknown; schemaName: string }[]): string[] =>
    fields.filter(({ target }) => resolvers.some((resolver) => resolver === target)).map(({ schemaName }) => `${root}.${schemaName}`);
  return [
    ...reads.map(({ name }) => `Query.${name}`),
    ...declaredIn('Query', queries),
    ...declaredIn('Mutation', mutations),
    ...declaredIn('Subscription', subscriptions),
  ];
}

function unknownPermissions({ declaration, importers = [], agenda = [], events = {} }: ServerFeature, all: readonly ServerFeature[]): string[] {
  const known = new Set(all.flatMap((feature) => Object.keys(feature.declaration.permissions)));
  const ofEvents = Object.entries(events).flatMap(([name, { needs }]) => (needs === undefined || known.has(needs) ? [] : [`${declaration.name}: the event ${name} needs the unknown permission ${needs}`]));
  const ofAgenda = agenda.filter(({ needs }) => !known.has(needs)).map(({ name, needs }) => `${declaration.name}: the agenda ${name} needs the unknown permission ${needs}`);
  const ofLedgers = importers.flatMap(({ ledger, permission }) => [
    ...(known.has(permission) ? [] : [`${declaration.name}: the ledger ${ledger} needs the unknown permission ${permission}`]),
    ...(permission.endsWith('.import') ? [] : [`${declaration.name}: the ledger ${ledger} needs ${permission}; permissions to import are called <feature>.import`]),
  ]);
  return [...ofEvents, ...ofLedgers, ...ofAgenda];
}

/** Lists and counts that would filter, sort or count by an encrypted field: of ciphertext they would find nothing, and say so to nobody. */
function searchesOfCiphertext({ reads = [], entities = [] }: ServerFeature): string[] {
  const nested = entities.flatMap((entity) => [...(registry.tableOf(entity)?.many.values() ?? [])].map(({ list }) => list()));
  const own = reads.flatMap((read) => (read.kind === 'list' || read.kind === 'tally' ? [read.list()] : []));
  const counted = reads.flatMap((read) => (read.kind === 'tally' ? [{ list: read.list(), property: read.by }] : []));
  const asked = [...new Set([...own, ...nested])].flatMap((list) => [
    ...Object.values(list.filter).flatMap(({ test }) => ('properties' in test ? [...test.properties] : 'property' in test ? [test.property] : [])).map((property) => ({ list, property })),
    ...Object.values(list.sort).flatMap(({ by }) => by.map(({ property }) => ({ list, property }))),
  ]);
  const found = [...asked, ...counted].filter(({ list, property }) => registry.tableOf(list.of())?.sensitive.get(property)?.isEncrypted);
  return [...new Set(found.map(({ list, property }) => `the list ${list.name} filters, sorts or counts by ${property}, which is encrypted`))];
}

/** The index of searches holds words in the open: what is encrypted, and what is read only for a purpose, does not belong there. */
function searchesOfSecrets({ declaration, searches = [] }: ServerFeature): string[] {
  return searches.flatMap((searched) => {
    const table = registry.tableOf(searched.of());
    const secret = searchedProperties(searched).filter((property) => {
      const sensitivity = table?.sensitive.get(property);
      return sensitivity && (sensitivity.isEncrypted || sensitivity.kind !== 'personal');
    });
    return secret.map((property) => `${declaration.name} has ${table?.typeName}.${property} searched, which is ${table?.sensitive.get(property)?.kind ?? 'encrypted'}`);
  });
}

function missingProjectTypes({ declaration, graphTypes = [] }: ServerFeature): string[] {
  return declaration.projectTypes
    .filter(({ typeName }) => !graphTypes.some(({ name }) => name === typeName))
    .map(({ key, typeName }) => `${declaration.name} declares the project type ${key} without the GraphQL type ${typeName}`);
}

/** What is exported is the ledger that is imported: header by header, with a permission that exists. */
function exportProblems(all: readonly ServerFeature[]): string[] {
  const known = new Set(all.flatMap((feature) => Object.keys(feature.declaration.permissions)));
  const importers = new Map(all.flatMap(({ importers: own = [] }) => own).map((importer) => [importer.ledger, importer]));
  return all.flatMap(({ declaration, exporters = [] }) =>
    exporters.flatMap(({ ledger, permission, columns }) => {
      const importer = importers.get(ledger);
      const taken = [...(importer?.required ?? []), ...(importer?.optional ?? [])];
      const headers = columns.map(({ header }) => header);
      return [
        ...(known.has(permission) ? [] : [`${declaration.name}: the export of ${ledger} needs the unknown permission ${permission}`]),
        ...(importer && taken.toSorted().join() !== headers.toSorted().join() ? [`${declaration.name}: the export of ${ledger} has other headers than its import`] : []),
      ];
    }),
  );
}
