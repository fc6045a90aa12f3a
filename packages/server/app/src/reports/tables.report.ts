import { Database, Event, registry, Tenant, type DatabaseUrls, type ServerFeature } from '@weixiang/kernel';
import { withClient } from '@weixiang/kernel/testkit';
import { generatedNote, markdownTable } from './markdown.js';
import { tableFacts, type TableFacts } from './table-facts.js';

const introduction = `# Tables and their policies

Every table as PostgreSQL's catalogue has it after all migrations, plugins' included. Row level security is forced on each
but where it says so: its owner obeys it too. “May” is what the application's role may do at all; which rows, the policies
say. Sensitive columns are those that the entity declares: \`personal\` ones show masked to who may not reveal them,
\`sensitive\` ones show for a stated purpose alone, and each read is recorded. \`encrypted\` ones hold ciphertext alone.`;

/** What a declaration adds to a table. */
interface Declared {
  feature: string;
  /** `learner_name (sensitive)` */
  sensitive: string[];
}

/** Every table with its key, policies, rights and sensitive columns. */
export async function tablesReport(features: readonly ServerFeature[], { databaseUrl, databaseOwnerUrl }: DatabaseUrls): Promise<string> {
  const role = new URL(databaseUrl).username;
  const facts = await withClient(databaseOwnerUrl, async (client) => (await client.query<TableFacts>(tableFacts, [role])).rows);
  const declared = await declarations(features, databaseUrl);
  const policies = [...new Set(facts.flatMap((table) => policiesOf(table)))].toSorted();
  const numberOf = (policy: string): string => String(policies.indexOf(policy) + 1);
  const rows = facts.map((table) => [
    `\`${table.name}\``,
    declared.get(table.name)?.feature ?? 'kernel',
    table.primary_key.join(', '),
    policiesOf(table).map(numberOf).join(', ') || 'none',
    table.is_forced ? '' : 'not forced',
    mayOf(table),
    declared.get(table.name)?.sensitive.join(', ') ?? '',
    table.references.filter((other) => other !== table.name).join(', '),
  ]);
  const legend = policies.map((policy, at) => `${at + 1}. ${policy}`).join('\n');
  const head = ['Table', 'Feature', 'Primary key', 'Policies', 'Security', 'May', 'Sensitive', 'Points at'];
  return `${[generatedNote, introduction, `## Policies\n\n${legend}`, `## Tables\n\n${markdownTable(head, rows)}`].join('\n\n')}\n`;
}

function policiesOf({ policies }: TableFacts): string[] {
  return policies.map(({ name, command, using, check }) => {
    const conditions = [using === null ? [] : [`using \`${using}\``], check === null ? [] : [`with check \`${check}\``]].flat();
    return `\`${name}\` for ${command}: ${conditions.join(', ')}`;
  });
}

function mayOf({ rights, updatable }: TableFacts): string {
  return [...rights, ...(updatable.length > 0 ? [`update of ${updatable.join(', ')}`] : [])].join(', ');
}

/** By table. The entities are discovered and nothing is asked of the database. */
async function declarations(features: readonly ServerFeature[], url: string): Promise<ReadonlyMap<string, Declared>> {
  const database = await Database.open({ url, entities: [Tenant, Event, ...features.flatMap(({ entities = [] }) => entities)] });
  try {
    const found = new Map<string, Declared>();
    for (const { class: entity, tableName, properties } of database.orm.getMetadata().getAll().values()) {
      const feature = features.find(({ entities = [] }) => entities.includes(entity))?.declaration.name ?? 'kernel';
      const columns = new Map(Object.values(properties).map(({ name, fieldNames }) => [String(name), fieldNames?.[0] ?? String(name)]));
      const sensitive = [...(registry.tableOf(entity)?.sensitive ?? [])].map(([property, { kind, isEncrypted }]) => `${columns.get(property) ?? property} (${kind}${isEncrypted ? ', encrypted' : ''})`);
      found.set(tableName, { feature, sensitive });
    }
    return found;
  } finally {
    await database.close();
  }
}
