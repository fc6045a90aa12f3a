import { describe, expect, it } from 'vitest';
import { chain, expression, isNothing, knownText, literal, nothing, nullable, nullableSql, object, orElse, textSql } from './json-sql.js';

describe('JSON text in the making', () => {
  it('is known as far as it is literal', () => {
    const json = object([['a', literal('1')], ['b', object([])]]);
    expect(knownText(json)).toBe('{"a":1,"b":{}}');
    expect(textSql(json)).toBe(`'{"a":1,"b":{}}'`);
  });

  it('joins literals around expressions', () => {
    expect(textSql(object([['a', expression('w.version')], ['b', literal('2')]]))).toBe(`concat('{"a":', w.version, ',"b":2}')`);
    expect(textSql(literal(`"it's"`))).toBe(`'"it''s"'`);
  });

  it('writes null where a nullable expression has none', () => {
    expect(textSql(chain(literal('['), nullable('x'), literal(']')))).toBe(`concat('[', coalesce(x, 'null'), ']')`);
    expect(orElse(nullable('x'), 'none')).toEqual(expression(`coalesce(x, 'none')`));
    expect(orElse(nothing, 'none')).toEqual(literal('none'));
    expect(nullableSql(nullable('x'))).toBe('x');
    expect([isNothing(nothing), isNothing(chain(nothing)), nullableSql(nothing), isNothing(literal('1'))]).toEqual([true, true, 'null::text', false]);
  });

  it('stays within the hundred arguments that a function takes', () => {
    const sql = textSql(object(Array.from({ length: 200 }, (_, at) => [`k${at}`, expression(`x${at}`)] as const)));
    const calls = sql.split('concat(').slice(2);
    expect(calls.every((call) => call.split(', ').length <= 91)).toBe(true);
    expect(sql.match(/x\d+/g)).toHaveLength(200);
  });
});
