import { existsSync } from 'node:fs';
import { tool } from './build.mjs';
import { inRoot } from './files.mjs';
import { node } from './install.mjs';
import { run, step } from './steps.mjs';

export const checkTypes = () => step('types', () => quiet(tool('typescript', 'tsc'), '-b', '--pretty', 'false'));

export async function checkStyle() {
  await step('lint', () => quiet(tool('oxlint'), '--format=unix', '--deny-warnings'));
  await step('house rules', () => quiet(inRoot('scripts/house-rules.mjs')));
  await step('boundaries', () => quiet(tool('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'packages', 'bench'));
  await step('unused code', () => quiet(tool('knip'), '--no-progress', '--no-config-hints'));
}

/** The committed schema.graphql files say what the server serves. */
export async function checkSchema() {
  const printer = inRoot('packages/server/app/dist/print-schema.js');
  if (existsSync(printer)) await step('schema', () => quiet(printer, '--check'));
}

/** The committed reports in docs/generated say who may do what, and how the tables are guarded. */
export async function checkReports() {
  const printer = inRoot('packages/server/app/dist/print-reports.js');
  if (existsSync(printer)) await step('reports', () => quiet(printer, '--check'));
}

export const checkBudgets = () => step('budgets', () => run(node, [inRoot('scripts/budgets.mjs')]).then((output) => output.trim().split('\n').at(-1)));

async function quiet(script, ...args) {
  await run(node, [script, ...args]);
}
