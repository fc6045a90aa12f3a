import { describe, expect, expectTypeOf, it } from 'vitest';
import type { StateOf, StepOf, Workflow } from './definition.js';
import { defineWorkflow, extendWorkflow } from './define.js';
import { createWorkflowRegistry } from './registry.js';
import { availableSteps, guardsFrom, isFinalState, takeStep, type Ask } from './run.js';

const text = (words: string) => ({ zh: words, en: words });

const errand = defineWorkflow({
  name: 'errand.life',
  version: 1,
  initial: 'OPEN',
  states: { OPEN: { label: text('open') }, CLAIMED: { label: text('claimed') }, DONE: { label: text('done'), isFinal: true } },
  steps: {
    claim: { label: text('claim'), from: ['OPEN'], to: 'CLAIMED', needs: 'errand.claim' },
    finish: {
      label: text('finish'),
      from: ['CLAIMED'],
      to: 'DONE',
      needs: 'errand.finish',
      input: { words: 'required', photo: 'optional' },
      guards: ['hasHelper', 'isPaid'],
    },
    giveUp: { label: text('give up'), from: ['OPEN', 'CLAIMED'], to: 'DONE', needs: 'errand.finish' },
  },
  deadlines: [{ state: 'OPEN', after: { workingDays: 3 }, event: 'errand.waits' }],
});

const yes: Ask = { may: () => true, guard: () => true };

describe('defineWorkflow', () => {
  it('knows its states and steps by name', () => {
    expectTypeOf<StateOf<typeof errand>>().toEqualTypeOf<'OPEN' | 'CLAIMED' | 'DONE'>();
    expectTypeOf<StepOf<typeof errand>>().toEqualTypeOf<'claim' | 'finish' | 'giveUp'>();
    expectTypeOf(errand).toExtend<Workflow>();
    expect(errand.deadlines).toHaveLength(1);
  });

  it('does not compile a step into a state that is not there, and refuses it when it runs', () => {
    expect(() =>
      defineWorkflow({
        name: 'errand.life',
        version: 1,
        initial: 'OPEN',
        states: { OPEN: { label: text('open') } },
        // @ts-expect-error LOST is no state of this workflow
        steps: { lose: { label: text('lose'), from: ['OPEN'], to: 'LOST', needs: 'errand.lose' } },
      }),
    ).toThrow('Workflow errand.life version 1: the step lose leads to the unknown state LOST');
  });

  it('lists everything that is wrong in one error', () => {
    const wrong: Parameters<typeof defineWorkflow<string, string>>[0] = {
      name: 'Errand life',
      version: 0,
      initial: 'NOWHERE',
      states: {
        OPEN: { label: text('open') },
        ISLAND: { label: text('island') },
        DONE: { label: text('done'), isFinal: true },
      },
      steps: {
        'do it': { label: text('x'), from: [], to: 'DONE', needs: '' },
        again: { label: text('x'), from: ['OPEN', 'OPEN'], to: 'OPEN', needs: 'a.b', guards: ['g', 'g'] },
        reopen: { label: text('x'), from: ['DONE', 'GONE'], to: 'OPEN', needs: 'a.b' },
      },
      deadlines: [
        { state: 'DONE', after: { days: 1 }, event: 'late' },
        { state: 'LOST', after: { setting: 'wait' }, event: 'late' },
        { state: 'OPEN', after: { workingDays: 0 }, event: 'late' },
        { state: 'OPEN', after: { workingDays: 2 }, event: 'late' },
      ],
    };
    for (const words of [
      'its name must read like',
      'its version must be',
      'begins in the unknown state NOWHERE',
      'the step do it must be named',
      'the step do it starts nowhere',
      'the step do it needs no permission',
      'the step again names OPEN twice',
      'the step again names the guard g twice',
      'the step reopen leaves the final state DONE',
      'the step reopen starts in the unknown state GONE',
      'a deadline watches the final state DONE',
      'a deadline watches the unknown state LOST',
      'the deadline late must be a whole number of days',
      'the deadline late in OPEN stands twice',
      'no step reaches the state ISLAND',
      'the state ISLAND is not final and no step leaves it',
    ]) {
      expect(() => defineWorkflow(wrong)).toThrow(words);
    }
  });

  it('cannot be changed afterwards', () => {
    expect(() => Object.assign(errand, { version: 2 })).toThrow();
  });
});

describe('availableSteps', () => {
  it('lists the steps that leave the state, in the order of the definition', () => {
    expect(availableSteps(errand, 'CLAIMED', yes).map((step) => [step.name, step.allowed, step.to])).toEqual([
      ['finish', true, 'DONE'],
      ['giveUp', true, 'DONE'],
    ]);
  });

  it('says why a step is not allowed: the permission first, then the first guard that does not hold', () => {
    const ask: Ask = {
      may: (permission) => permission === 'errand.claim' || text('not yours'),
      guard: () => text('not paid'),
    };
    expect(availableSteps(errand, 'CLAIMED', ask)[0]).toMatchObject({ allowed: false, reason: text('not yours') });
    const guarded = availableSteps(errand, 'CLAIMED', { may: () => true, guard: (name) => name !== 'isPaid' || text('not paid') });
    expect(guarded[0]).toMatchObject({ allowed: false, reason: text('not paid') });
    expect(guarded[1]).toMatchObject({ allowed: true, reason: null });
  });

  it('is empty at the end', () => {
    expect(availableSteps(errand, 'DONE', yes)).toEqual([]);
    expect(isFinalState(errand, 'DONE')).toBe(true);
    expect(isFinalState(errand, 'OPEN')).toBe(false);
    expect(isFinalState(errand, 'constructor')).toBe(false);
  });
});

describe('takeStep', () => {
  const finish = { state: 'CLAIMED', step: 'finish', input: { words: '办好了' } };

  it('says where an allowed step leads', () => {
    expect(takeStep(errand, finish, yes)).toEqual({ ok: true, to: 'DONE' });
  });

  it.each([
    ['STEP_UNKNOWN', { state: 'OPEN', step: 'toString' }],
    ['STEP_NOT_FROM_HERE', { state: 'OPEN', step: 'finish' }],
    ['STEP_INPUT_REQUIRED', { state: 'CLAIMED', step: 'finish', input: { words: '  ' } }],
  ])('refuses with %s', (code, asked) => {
    expect(takeStep(errand, asked, yes)).toMatchObject({ ok: false, code });
  });

  it('names the field that is missing', () => {
    expect(takeStep(errand, { ...finish, input: {} }, yes)).toMatchObject({ field: 'words' });
  });

  it('refuses by permission before it asks any guard', () => {
    const asked: string[] = [];
    const ask: Ask = {
      may: () => text('not yours'),
      guard: (name) => {
        asked.push(name);
        return true;
      },
    };
    expect(takeStep(errand, finish, ask)).toEqual({ ok: false, code: 'STEP_FORBIDDEN', reason: text('not yours') });
    expect(asked).toEqual([]);
  });

  it("gives the guard's own code where it has one", () => {
    const ask: Ask = { may: () => true, guard: () => ({ code: 'NO_HELPER', ...text('nobody helps') }) };
    expect(takeStep(errand, finish, ask)).toEqual({ ok: false, code: 'NO_HELPER', reason: text('nobody helps') });
  });

  it('tells which guards a state will ask for', () => {
    expect(guardsFrom(errand, 'CLAIMED')).toEqual(['hasHelper', 'isPaid']);
    expect(guardsFrom(errand, 'OPEN')).toEqual([]);
  });
});

describe('extendWorkflow', () => {
  const extended = extendWorkflow(errand, {
    name: 'education.errandLife',
    version: 3,
    states: { CHECKED: { label: text('checked') } },
    steps: {
      check: { label: text('check'), from: ['CLAIMED'], to: 'CHECKED', needs: 'errand.check' },
      pass: { label: text('pass'), from: ['CHECKED'], to: 'DONE', needs: 'errand.check' },
    },
    guards: { claim: ['hasConsent'], finish: ['isChecked'] },
    deadlines: [{ state: 'CHECKED', after: { days: 7 }, event: 'errand.unpassed' }],
  });

  it('adds states, steps, conditions and deadlines under its own name and version', () => {
    expectTypeOf<StateOf<typeof extended>>().toEqualTypeOf<'OPEN' | 'CLAIMED' | 'DONE' | 'CHECKED'>();
    expect([extended.name, extended.version]).toEqual(['education.errandLife', 3]);
    expect(takeStep(extended, { state: 'CLAIMED', step: 'check' }, yes)).toEqual({ ok: true, to: 'CHECKED' });
    expect(extended.steps.finish.guards).toEqual(['hasHelper', 'isPaid', 'isChecked']);
    expect(extended.steps.claim.guards).toEqual(['hasConsent']);
    expect(extended.deadlines).toHaveLength(2);
  });

  it('leaves the base as it was', () => {
    expect(errand.steps.claim.guards).toBeUndefined();
    expect(Object.keys(errand.states)).toEqual(['OPEN', 'CLAIMED', 'DONE']);
  });

  it('refuses to redefine what the base has, or to guard what it has not', () => {
    const named = { name: 'education.errandLife', version: 1 };
    expect(() => extendWorkflow(errand, { ...named, states: { DONE: { label: text('x') } } })).toThrow('redefines the state DONE of errand.life');
    expect(() =>
      extendWorkflow(errand, { ...named, steps: { claim: { label: text('x'), from: ['OPEN'], to: 'DONE', needs: 'a.b' } } }),
    ).toThrow('redefines the step claim of errand.life');
    // @ts-expect-error paint is no step of the base
    expect(() => extendWorkflow(errand, { ...named, guards: { paint: ['isDry'] } })).toThrow('guards paint, which is no step');
  });

  it('refuses a result that is not sound', () => {
    expect(() => extendWorkflow(errand, { name: 'a.b', version: 1, states: { ISLAND: { label: text('x') } } })).toThrow(
      'no step reaches the state ISLAND',
    );
  });
});

describe('createWorkflowRegistry', () => {
  const second = defineWorkflow({ ...errand, version: 2 });
  const registry = createWorkflowRegistry([second, errand]);

  it('begins new cases on the latest version and keeps the older ones', () => {
    expect(registry.latest('errand.life')).toBe(second);
    expect(registry.at('errand.life', 1)).toBe(errand);
    expect(registry.names()).toEqual(['errand.life']);
  });

  it('accepts the same definition again, and refuses another under the same name and version', () => {
    expect(() => registry.register(defineWorkflow({ ...errand }))).not.toThrow();
    expect(() => registry.register(defineWorkflow({ ...errand, deadlines: [] }))).toThrow('version 1 is defined twice');
  });

  it('says what is missing', () => {
    expect(() => registry.latest('wish.life')).toThrow('No workflow is named wish.life; there are errand.life');
    expect(() => registry.at('errand.life', 9)).toThrow('errand.life has no version 9');
  });
});
