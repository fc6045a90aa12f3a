import { describe, expect, expectTypeOf, it } from 'vitest';
import { defineWorkflow } from '../workflow/index.js';
import { declarationProblems, inDependencyOrder } from './check.js';
import { defineFeature, definePlugin, type MessageOf, type PermissionOf, type PluginDeclaration } from './declaration.js';

const text = (words: string) => ({ zh: words, en: words });
const named = (name: string) => ({ name, label: text(name), description: text(name) });

const errandLife = defineWorkflow({
  name: 'errand.life',
  version: 1,
  initial: 'OPEN',
  states: { OPEN: { label: text('open') }, DONE: { label: text('done'), isFinal: true } },
  steps: { finish: { label: text('finish'), from: ['OPEN'], to: 'DONE', needs: 'errand.finish' } },
});

const errands = definePlugin({
  ...named('errands'),
  dependsOn: ['wishes'],
  permissions: { 'errand.finish': { label: text('finish'), level: 'unit', roles: ['gridWorker'] } },
  workflows: [errandLife],
  projectTypes: [{ key: 'errand', label: text('errand'), typeName: 'ErrandProject' }],
  messages: { ERRAND_TAKEN: text('taken') },
});
const wishes = defineFeature({
  ...named('wishes'),
  permissions: { 'wish.answer': { label: text('answer'), level: 'unit', roles: ['communitySecretary'] } },
});

describe('definePlugin', () => {
  it('fills what is left out and knows its permissions and messages by name', () => {
    expectTypeOf<PermissionOf<typeof errands>>().toEqualTypeOf<'errand.finish'>();
    expectTypeOf<MessageOf<typeof errands>>().toEqualTypeOf<'ERRAND_TAKEN'>();
    expectTypeOf(errands).toExtend<PluginDeclaration>();
    expect(wishes).toMatchObject({ dependsOn: [], workflows: [], projectTypes: [], messages: {} });
  });

  it('lists every malformed name in one error', () => {
    const define = () =>
      definePlugin({
        ...named('My plugin'),
        // @ts-expect-error nobody is an emperor
        permissions: { rule: { label: text('rule'), level: 'tenant', roles: ['emperor'] } },
        projectTypes: [{ key: 'Odd one', label: text('odd'), typeName: 'Odd' }],
        messages: { oops: text('oops') },
      });
    for (const words of ['the name My plugin', 'permission rule', 'unknown role emperor', 'type Odd one', 'type Odd must', 'message oops']) {
      expect(define).toThrow(words);
    }
  });
});

describe('declarationProblems', () => {
  it('finds nothing wrong with declarations that fit', () => {
    expect(declarationProblems([wishes, errands])).toEqual([]);
  });

  it('names an unknown dependency and a permission that nobody declares', () => {
    const orphan = definePlugin({ ...named('orphan'), dependsOn: ['nothing'], permissions: {}, workflows: [errandLife] });
    expect(declarationProblems([orphan])).toEqual([
      'orphan depends on nothing, which is not installed',
      'orphan: errand.life.finish needs the unknown permission errand.finish',
    ]);
  });

  it('names both who claim one thing', () => {
    const rival = definePlugin({ ...errands, name: 'rival' });
    expect(declarationProblems([wishes, errands, rival])).toEqual([
      'the permission errand.finish is claimed by errands and by rival',
      'the project type errand is claimed by errands and by rival',
      'the GraphQL type ErrandProject is claimed by errands and by rival',
      'the workflow errand.life version 1 is claimed by errands and by rival',
      'the message ERRAND_TAKEN is claimed by errands and by rival',
    ]);
    expect(declarationProblems([wishes, wishes])[0]).toBe('the name wishes is claimed by wishes and by wishes');
  });

  it('names those who depend on one another in a circle', () => {
    const egg = definePlugin({ ...named('egg'), dependsOn: ['hen'], permissions: {} });
    const hen = definePlugin({ ...named('hen'), dependsOn: ['egg'], permissions: {} });
    expect(declarationProblems([egg, wishes, hen])).toEqual(['these depend on one another in a circle: egg, hen']);
    expect(() => inDependencyOrder([egg, hen])).toThrow('egg, hen');
  });
});

describe('inDependencyOrder', () => {
  it('puts each after what it depends on and keeps the given order otherwise', () => {
    const last = definePlugin({ ...named('last'), permissions: {} });
    expect(inDependencyOrder<PluginDeclaration>([errands, wishes, last]).map(({ name }) => name)).toEqual(['wishes', 'errands', 'last']);
  });
});
