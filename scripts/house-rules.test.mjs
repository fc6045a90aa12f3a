import { describe, expect, it } from 'vitest';
import { brokenRules, unknownVariables, wrongNumbers } from './house-rules.mjs';

const feature = 'packages/server/core/src/wishes/wish.service.ts';
const kernel = 'packages/server/kernel/src/clock.ts';
const messages = (path, text) => brokenRules(path, text).map(({ line, message }) => `${line} ${message.split(':')[0]}`);

describe('the house rules', () => {
  it('find any, assertions and exclamation marks, with their lines', () => {
    expect(messages(kernel, 'let a: any;\nconst b = c as D;\nconst d = e!.f;\nconst g = <H>i;')).toEqual(['1 `any`', '2 `as`', '3 `!`', '4 a type assertion']);
  });

  it('let pass `as const`, renamed imports, and what has its reason beside it or above', () => {
    expect(messages(kernel, "import { a as b } from './a.js';\nconst c = [b] as const;")).toEqual([]);
    expect(messages(kernel, 'const a = b as C; // the library types it too widely\n\n// Object.keys widens.\nconst d = e as F;')).toEqual([]);
  });

  it('do not take a comment further away for a reason', () => {
    expect(messages(kernel, '// About something else.\n\nconst a = b as C;')).toEqual(['3 `as`']);
  });

  it('refuse to silence the compiler without a reason', () => {
    expect(messages(kernel, '// @ts-ignore\na();\n// @ts-expect-error\nb();\n// @ts-expect-error the types lag behind\nc();')).toEqual(['1 ts-ignore', '3 @ts-expect-error without a reason']);
  });

  it('keep features from clocks of their own', () => {
    expect(messages(feature, 'const a = Date.now();\nconst b = new Date();\nconst c = new Date(a);')).toEqual(['1 Date.now()', '2 new Date()']);
    expect(messages(feature, 'query(`select * from wish where due < now()`);\nquery("update wish set at = current_timestamp");')).toEqual(['1 SQL now()', '2 SQL current_timestamp']);
    expect(messages(kernel, 'const a = Date.now();')).toEqual([]);
    expect(messages(feature.replace('.service', '.test'), 'const a = new Date();')).toEqual([]);
  });

  it('keep functions that requests make out of the old heap', () => {
    expect(messages(kernel, 'a.done = () => b;\na.done ??= function () {};\nclass C {\n  done = () => this;\n  static none = () => 1;\n}')).toEqual(['1', '2', '4'].map((line) => `${line} a function where a property is set`));
    expect(messages(kernel, 'const done = () => b;\na.done = done;\nconst c = { done: () => b };\nclass C {\n  done() {}\n}')).toEqual([]);
    expect(messages(kernel.replace('.ts', '.test.ts'), 'a.done = () => b;')).toEqual([]);
  });

  it('know every variable of a style', () => {
    const tokens = { path: 'tokens.css', text: ':root {\n  --ink: #111;\n}' };
    expect(unknownVariables([tokens, { path: 'page.css', text: 'p {\n  color: var(--ink);\n}' }])).toEqual([]);
    expect(unknownVariables([tokens, { path: 'page.css', text: 'p {\n  color: var(--inc);\n}' }])).toEqual(['page.css:2  --inc is set nowhere']);
  });

  it('know a decision by its number', () => {
    const decision = (path, title) => ({ path: `docs/adr/${path}`, title });
    expect(wrongNumbers([decision('0001-one.md', '# 1. One'), decision('0002-two.md', '# 2. Two')])).toEqual([]);
    expect(wrongNumbers([decision('0001-one.md', '# 1. One'), decision('0001-other.md', '# 1. Other')])).toEqual(['docs/adr/0001-other.md  has the number of docs/adr/0001-one.md']);
    expect(wrongNumbers([decision('0003-three.md', '# 2. Three')])).toEqual(['docs/adr/0003-three.md:1  its title begins with “# 3. ”']);
    expect(wrongNumbers([decision('three.md', '# 3. Three')])).toEqual(['docs/adr/three.md  a decision is called NNNN-title.md']);
  });
});
