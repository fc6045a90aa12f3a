import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { plugins } from './installed.js';

it('prints a schema of core that says no word of any plugin', () => {
  const printed = readFileSync(new URL('../../schema.core.graphql', import.meta.url), 'utf8');
  expect(printed).toContain('type PlainProject implements');
  for (const { declaration } of plugins) {
    expect(printed.toLowerCase()).not.toContain(declaration.name);
    expect(printed).not.toContain(declaration.label.zh);
  }
});
