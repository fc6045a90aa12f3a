import { describe, expect, it } from 'vitest';
import { toTypeId } from '@weixiang/shared';
import { brokenPromise, cursorMark, finish, idMark, revealedMark } from './marks.js';

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

  it('knows a null where the schema promises a value', () => {
    expect(finish(`{"a":${brokenPromise}}`)).toEqual({ text: '{"a":null}', revealed: [], hasBrokenPromise: true });
  });
});
