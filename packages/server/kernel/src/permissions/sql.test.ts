import { describe, expect, it } from 'vitest';
import { abilityFor, type DefineAbilities, within } from './ability.js';
import type { Actor } from './actor.js';
import { abilityShape, conditionToSql, conditionValues, holdsAlways, permittedWhen } from './sql.js';

const actor: Actor = { kind: 'person', tenantId: 't', personId: 'me', name: null, language: 'zh', grants: [] };

const abilityOf = (define: DefineAbilities) => abilityFor(actor, [define]);

/** The SQL of what may be read, with its values. */
function sqlOf(define: DefineAbilities, field?: string): [string, ...unknown[]] | null {
  const condition = permittedWhen(abilityOf(define), 'read', 'Wish', field);
  if (!condition) return null;
  let bound = 1;
  const sql = conditionToSql(condition, { column: (property) => `w.${property}`, bind: () => `$${++bound}` });
  return [sql, ...conditionValues(condition)];
}

describe('a condition of the rules as SQL', () => {
  it.each<[string, DefineAbilities, ReturnType<typeof sqlOf>]>([
    ['nothing allowed', () => undefined, null],
    ['everything allowed', (_, { can }) => can('read', 'Wish'), ['true']],
    ['everything by manage all', (_, { can }) => can('manage', 'all'), ['true']],
    ['a value', (_, { can }) => can('read', 'Wish', { state: 'open' }), ['w.state = $2', 'open']],
    ['a boolean, which stays in the text', (_, { can }) => can('read', 'Wish', { isPublic: true }), ['w.isPublic = true']],
    ['null', (_, { can }) => can('read', 'Wish', { project: null }), ['w.project is null']],
    ['not a value', (_, { can }) => can('read', 'Wish', { state: { $ne: 'draft' } }), ['w.state is distinct from $2', 'draft']],
    ['not null', (_, { can }) => can('read', 'Wish', { project: { $ne: null } }), ['w.project is not null']],
    ['a range', (_, { can }) => can('read', 'Wish', { priority: { $gt: 1, $lte: 4 } }), ['(w.priority > $2 and w.priority <= $3)', 1, 4]],
    ['another range', (_, { can }) => can('read', 'Wish', { priority: { $gte: 1, $lt: 4 } }), ['(w.priority >= $2 and w.priority < $3)', 1, 4]],
    ['one of', (_, { can }) => can('read', 'Wish', { state: { $in: ['a', 'b'] } }), ['w.state = any($2)', ['a', 'b']]],
    ['one of, or null', (_, { can }) => can('read', 'Wish', { state: { $in: ['a', null] } }), ['(w.state = any($2) or w.state is null)', ['a', null]]],
    ['none of', (_, { can }) => can('read', 'Wish', { state: { $nin: ['a'] } }), ['(w.state = any($2)) is not true', ['a']]],
    ['there', (_, { can }) => can('read', 'Wish', { note: { $exists: true } }), ['w.note is not null']],
    ['not there', (_, { can }) => can('read', 'Wish', { note: { $exists: false } }), ['w.note is null']],
    ['within', (_, { can }) => can('read', 'Wish', { orgPath: within(['a.b', 'c']) }), ['(w.orgPath >= $2 and w.orgPath < $3 or w.orgPath >= $4 and w.orgPath < $5)', 'a.b', 'a.b/', 'c', 'c/']],
    ['two conditions', (_, { can }) => can('read', 'Wish', { state: 'open', author: 'me' }), ['(w.state = $2 and w.author = $3)', 'open', 'me']],
    [
      'one rule or another',
      (_, { can }) => {
        can('read', 'Wish', { isPublic: true });
        can('read', 'Wish', { author: 'me' });
      },
      ['(w.author = $2 or w.isPublic = true)', 'me'],
    ],
    [
      'all but; what cannot be compared stays',
      (_, { can, cannot }) => {
        can('read', 'Wish');
        cannot('read', 'Wish', { priority: { $gt: 2 } });
      },
      ['(w.priority > $2) is not true', 2],
    ],
    [
      'a later rule that lifts an earlier one',
      (_, { can, cannot }) => {
        can('read', 'Wish', { author: 'me' });
        cannot('read', 'Wish', { state: 'secret' });
        can('read', 'Wish', { isPublic: true });
      },
      ['(w.isPublic = true or (w.author = $2 and (w.state = $3) is not true))', 'me', 'secret'],
    ],
    [
      'nothing after a rule that takes all away',
      (_, { can, cannot }) => {
        can('read', 'Wish');
        cannot('read', 'Wish');
      },
      null,
    ],
    ['a rule that reaches nothing', (_, { can }) => can('read', 'Wish', { orgPath: within([]) }), null],
  ])('%s', (_, define, expected) => {
    expect(sqlOf(define)).toEqual(expected);
  });

  it('is that of one field where rules name fields', () => {
    const define: DefineAbilities = (_, { can, cannot }) => {
      can('read', 'Wish', { isPublic: true });
      cannot('read', 'Wish', null, ['note']);
      can('read', 'Wish', { author: 'me' }, ['note']);
    };
    expect(sqlOf(define)).toEqual(['(w.author = $2 or w.isPublic = true)', 'me']);
    expect(sqlOf(define, 'words')).toEqual(['w.isPublic = true']);
    expect(sqlOf(define, 'note')).toEqual(['w.author = $2', 'me']);
  });

  it('holds always only without any condition', () => {
    const all = permittedWhen(abilityOf((_, { can }) => can('read', 'Wish')), 'read', 'Wish');
    const some = permittedWhen(abilityOf((_, { can }) => can('read', 'Wish', { state: 'open' })), 'read', 'Wish');
    expect([all && holdsAlways(all), some && holdsAlways(some)]).toEqual([true, false]);
  });

  it('refuses operators that have no SQL', () => {
    expect(() => sqlOf((_, { can }) => can('read', 'Wish', { words: { $regex: '^a' } }))).toThrow('Permissions cannot use the operator regex.');
  });
});

describe('the shape of an ability', () => {
  const shape = (path: string, state: unknown) =>
    abilityShape(abilityOf((_, { can, cannot }) => {
      can('read', 'Wish', { orgPath: within([path]) }, ['words']);
      cannot('read', 'Wish', { state });
    }));

  it('knows rules, fields and operators, and no values', () => {
    expect(shape('a', 'x')).toBe('[["read","Wish",0,["words"],{"orgPath":{"$within":1}}],["read","Wish",1,0,{"state":"*"}]]');
    expect(shape('a.b', 'y')).toBe(shape('a', 'x'));
  });

  it('knows in how many subtrees a rule holds', () => {
    const within2 = abilityShape(abilityOf((_, { can }) => can('read', 'Wish', { orgPath: within(['a', 'b']) })));
    expect(within2).toBe('[["read","Wish",0,0,{"orgPath":{"$within":2}}]]');
  });

  it.each([null, true, false, { $ne: 'x' }, { $in: ['x'] }, { $in: [null] }])('tells %j from a plain value', (state) => {
    expect(shape('a', state)).not.toBe(shape('a', 'x'));
  });
});
