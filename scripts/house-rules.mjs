// The rules of the house that no linter knows. Each may be broken with a reason in a comment on the line or right above it:
// - no `any`, no type assertion but `as const`, no `!`, no @ts-ignore
// - one clock: features take the time from the kernel's clock, neither from Date nor from SQL's now()
// - no function is written where a property is set, in what the server runs: V8 makes such functions in the old part of the heap,
//   and all that they reach stays until the whole heap is collected
// And of styles: a variable is set somewhere, since a browser drops what names another without a word.
// And of documents: a decision is known by its number, so no two have the same, and its title says the number of its file.
import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { filesBelow, inRoot } from './files.mjs';

const isSource = (path) => /\.tsx?$/.test(path) && !/\.d\.ts$|\.generated\.tsx?$|\/generated\//.test(path);
// Tests and example data may say when they are; what tenants' rules depend on may not ask the machine.
const isFeature = (path) => /^packages\/(server\/core|plugins)\//.test(path) && !/\.test\.tsx?$/.test(path);
const isRunByServer = (path) => /^packages\/(server|shared|plugins)\//.test(path) && !/\.test\.ts$|\.tsx$|\/(testkit|fixture)\//.test(path);
const sqlClock = /\b(now\s*\(\s*\)|current_(date|time|timestamp)\b|localtime(stamp)?\b|(clock|statement|transaction)_timestamp\s*\()/i;
const looksLikeSql = /\b(select|insert|update|delete|where|values|default|interval)\b/i;

/** Every broken rule in one file's text, as `{ line, message }`. */
export function brokenRules(path, text) {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) return [{ line: 1, message: `cannot be parsed: ${errors[0].message}` }];
  const lineOf = lineFinder(text);
  const lines = text.split('\n');
  const reasons = new Set();
  for (const { value, start, end } of comments) {
    if (value.includes('@ts-')) continue;
    const standsAlone = lines[lineOf(start) - 1].trimStart().startsWith('/');
    reasons.add(standsAlone ? lineOf(end) + 1 : lineOf(start));
  }
  const found = [];
  const report = (node, message) => {
    if (!reasons.has(lineOf(node.start)) && !reasons.has(lineOf(node.end))) found.push({ line: lineOf(node.start), message });
  };
  for (const { value, start } of comments) {
    if (/@ts-(ignore|nocheck)/.test(value)) found.push({ line: lineOf(start), message: 'ts-ignore: use @ts-expect-error with a reason' });
    if (/@ts-expect-error\s*$/.test(value)) found.push({ line: lineOf(start), message: '@ts-expect-error without a reason' });
  }
  visit(program, (node) => {
    if (node.type === 'TSAnyKeyword') report(node, '`any`');
    if (node.type === 'TSNonNullExpression') report(node, '`!`');
    if (node.type === 'TSTypeAssertion') report(node, 'a type assertion');
    if (node.type === 'TSAsExpression' && !isConst(node.typeAnnotation)) report(node, '`as`: prefer a type guard or `satisfies`');
    if (isRunByServer(path) && isFunctionOfProperty(node)) report(node, 'a function where a property is set: name it first, or make it a method');
    if (isFeature(path)) {
      const clock = clockUse(node);
      if (clock) report(node, `${clock}: take the time from the kernel's clock`);
    }
  });
  return found.sort((a, b) => a.line - b.line);
}

/** Variables that styles name and nothing sets, given as `{ path, text }` of all styles. */
export function unknownVariables(styles) {
  const known = new Set(styles.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)));
  return styles.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => [...line.matchAll(/var\((--[\w-]+)\)/g)].filter(([, name]) => !known.has(name)).map(([, name]) => `${path}:${at + 1}  ${name} is set nowhere`)),
  );
}

/** What is wrong with the numbers of decisions, given as `{ path, title }`. */
export function wrongNumbers(decisions) {
  const first = new Map();
  return decisions.flatMap(({ path, title }) => {
    const number = Number(/\/(\d{4})-[^/]+\.md$/.exec(path)?.[1]);
    if (!number) return [`${path}  a decision is called NNNN-title.md`];
    const other = first.get(number);
    first.set(number, other ?? path);
    if (other) return [`${path}  has the number of ${other}`];
    return title.startsWith(`# ${number}. `) ? [] : [`${path}:1  its title begins with “# ${number}. ”`];
  });
}

function isConst(type) {
  return type.type === 'TSTypeReference' && type.typeName.name === 'const';
}

/** `record.done = () => …`, and of a class `done = () => …`, which is compiled to the same. */
function isFunctionOfProperty(node) {
  const value = node.type === 'PropertyDefinition' && !node.static ? node.value : node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' ? node.right : null;
  return value?.type === 'ArrowFunctionExpression' || value?.type === 'FunctionExpression';
}

function clockUse(node) {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.object.name === 'Date' && node.callee.property.name === 'now') return 'Date.now()';
  if (node.type === 'NewExpression' && node.callee.name === 'Date' && node.arguments.length === 0) return 'new Date()';
  const text = node.type === 'TemplateElement' ? node.value.raw : node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
  const [clock] = sqlClock.exec(text) ?? [];
  return clock && (looksLikeSql.test(text) || /^\s*now\(\)\s*$/i.test(text)) ? `SQL ${clock}` : null;
}

function visit(node, see) {
  see(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.filter((item) => typeof item?.type === 'string').forEach((item) => visit(item, see));
    else if (value && typeof value.type === 'string') visit(value, see);
  }
}

function lineFinder(text) {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

if (import.meta.main) {
  const broken = filesBelow(['packages', 'scripts', 'bench'], isSource).flatMap((path) => brokenRules(path, readFileSync(inRoot(path), 'utf8')).map(({ line, message }) => `${path}:${line}  ${message}`));
  const decisions = filesBelow(['docs/adr']).map((path) => ({ path, title: readFileSync(inRoot(path), 'utf8').split('\n', 1)[0] }));
  const styles = filesBelow(['packages'], (path) => path.endsWith('.css')).map((path) => ({ path, text: readFileSync(inRoot(path), 'utf8') }));
  broken.push(...wrongNumbers(decisions), ...unknownVariables(styles));
  if (broken.length > 0) {
    console.error(`${broken.join('\n')}\n\n${broken.length} broken house rules; an exception carries its reason in a comment on the line or right above it.`);
    process.exit(1);
  }
}
