import { describe, expect, it } from 'vitest';
import { toTypeId } from '@weixiang/shared';
import { brokenPromise, cursorMark, encryptedMark, finish, idMark, revealedMark } from './marks.js';

const uuid = '01961c2e-5d0b-7a3f-9c55-0c1f2a9be701';

describe('finishing a text', () => {
  it('leaves a text without marks as it is', () => {
    expect(finish('{"words":"\\u0001i"}')).toEqual({ text: '{"words":"\\u0001i"}', revealed: [], hasBrokenPromise: false });
  });

  it('makes TypeIDs of marked UUIDs, prefixes of several words too', () => {
    const { text } = finish(`[{"id":"${idMark('wish')}${uuid}","unit":"${idMark('org_unit')}${uuid}"}]`);
    expect(text).toBe(`[{"id":"${toTypeId('wish', uuid)}","unit":"${toTypeId('org_unit', uuid)}"}]`);
  });

  it('makes cursors opaque, quotes in their values included', () => {
    const values = `["NEWEST", "a \\"b\\"", null, "${uuid}"]`;
    const { text } = finish(`{"cursor":"${cursorMark.open}${values}${cursorMark.close}"}`);
    expect(Buffer.from(JSON.parse(text).cursor, 'base64url').toString()).toBe(values);
  });

  it('collects what was revealed and takes its marks out', () => {
    const { text, revealed } = finish(`{"a":${revealedMark.open('Person', 'phone')}${uuid}${revealedMark.close}"110","b":1}`);
    expect(text).toBe('{"a":"110","b":1}');
    expect(revealed).toEqual([{ subject: 'Person', property: 'phone', id: uuid }]);
  });

  it('opens encrypted values, and reads them as null where nobody can', () => {
    const { open, close } = encryptedMark;
    const raw = `{"a":${open('text', 'enrolment', 'learner_name')}${uuid}."old \\"name\\"."${close},"b":${open('integer', 'enrolment', 'learner_birth_year')}${uuid}."wx1:k1:x"${close}}`;
    const seen: unknown[] = [];
    const { text } = finish(raw, (value) => {
      seen.push(value);
      return value.type === 'integer' ? 2016 : value.stored;
    });
    expect(text).toBe('{"a":"old \\"name\\".","b":2016}');
    expect(seen).toEqual([
      { type: 'text', table: 'enrolment', column: 'learner_name', id: uuid, stored: 'old "name".' },
      { type: 'integer', table: 'enrolment', column: 'learner_birth_year', id: uuid, stored: 'wx1:k1:x' },
    ]);
    expect(finish(raw).text).toBe('{"a":null,"b":null}');
  });

  it('knows a null where the schema promises a value', () => {
    expect(finish(`{"a":${brokenPromise}}`)).toEqual({ text: '{"a":null}', revealed: [], hasBrokenPromise: true });
  });
});
