import { buildPlatformSchema, FeatureCatalogue, printSorted, SchemaCache } from '@weixiang/kernel';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { core, plugins } from './installed.js';

/**
 * Prints the schemas of core alone, of all plugins and of the platform to the committed files; with `--check` compares instead and fails
 * on a difference, so that every change of the API shows in a review.
 */
const catalogue = new FeatureCatalogue([...core], [...plugins]);
const schemas = new SchemaCache(catalogue.everything);
const files = {
  'schema.core.graphql': schemas.of(catalogue.setFor([])),
  'schema.all.graphql': schemas.of(catalogue.everything),
  'schema.platform.graphql': buildPlatformSchema(),
};

let isStale = false;
for (const [name, schema] of Object.entries(files)) {
  const path = fileURLToPath(new URL(`../../${name}`, import.meta.url));
  const text = `# Printed by \`npm run schema\`; do not edit.\n\n${printSorted(schema)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (text !== readFileSync(path, 'utf8')) {
    process.stderr.write(`packages/server/${name} is not what the code says. Run npm run schema, read the difference, and commit it.\n`);
    isStale = true;
  }
}
process.exit(isStale ? 1 : 0);
