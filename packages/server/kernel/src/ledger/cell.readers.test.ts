import { fileURLToPath } from 'node:url';
import { namesOf, PRIORITIES, WISH_CHANNELS, WISH_SCOPES, WISH_STATES, WISH_STATES_IN_LEDGERS } from '@weixiang/shared';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { asDate } from './cell-date.js';
import { creditCode, date, decimal, month, oneOf, optional, phone, text, wholeNumber, type CellResult } from './cell.readers.js';
import { readLedger } from './ledger.reader.js';
import { readRow } from './row.reader.js';

const valueOf = (result: CellResult<unknown>) => (result.ok ? result.value : result.problem.code);

describe('asDate', () => {
  it.each([
    ['2025-03-04', '2025-03-04'], ['2025/3/4', '2025-03-04'], ['2025.3.4', '2025-03-04'], ['2025年3月4日', '2025-03-04'], ['2025年03月04号', '2025-03-04'],
    ['２０２５年３月４日', '2025-03-04'], ['2025 年 3 月 4 日', '2025-03-04'], ['20250304', '2025-03-04'], [20250304, '2025-03-04'],
    ['2025-03-04 09:30', '2025-03-04'], ['2025-03-04T09:30:00Z', '2025-03-04'], ['2024-02-29', '2024-02-29'],
    ['2025-13-40', null], ['2025-02-29', null], ['3/4/2025', null], ['25-3-4', null], ['昨天', null], ['', null], [45720, null], [true, null],
  ])('reads %s as %s', (cell, day) => {
    expect(asDate(cell)).toBe(day);
  });
});

describe('cell readers', () => {
  it.each<[string, CellResult<unknown>, unknown]>([
    ['text', text({ max: 4 })('心愿😀墙'), '心愿😀墙'],
    ['text one too long', text({ max: 4 })('心愿😀墙上'), 'TEXT_TOO_LONG'],
    ['text that is a number', text({ max: 20 })(19900007274), '19900007274'],
    ['text that lost its last digits', text({ max: 20 })(529999990000000000), 'NUMBER_ROUNDED'],
    ['text that is white', text({ max: 20 })(' 　'), 'CELL_EMPTY'],
    ['text that is a failed formula', text({ max: 20 })('#REF!'), 'CELL_ERROR'],
    ['whole', wholeNumber({ min: 1 })(586), 586],
    ['whole in text', wholeNumber()(' １,２３４ '), 1234],
    ['whole with a fraction', wholeNumber()(1.5), 'NOT_WHOLE'],
    ['whole under its least', wholeNumber({ min: 1 })(0), 'NUMBER_TOO_SMALL'],
    ['whole below zero', wholeNumber()(-1), 'NUMBER_TOO_SMALL'],
    ['whole over what the database holds', wholeNumber()(2_147_483_648), 'NUMBER_TOO_LARGE'],
    ['whole in words', wholeNumber()('十'), 'NOT_A_NUMBER'],
    ['whole in another notation', wholeNumber()('1e3'), 'NOT_A_NUMBER'],
    ['whole that is true', wholeNumber()(true), 'NOT_A_NUMBER'],
    ['decimal', decimal()('-1,234.50'), -1234.5],
    ['decimal grouped wrongly', decimal()('12,34'), 'NOT_A_NUMBER'],
    ['date', date({ notAfter: '2025-03-04' })('2025/3/4'), '2025-03-04'],
    ['date in the future', date({ notAfter: '2025-03-03' })('2025/3/4'), 'DATE_IN_FUTURE'],
    ['date of another age', date()('1025-03-04'), 'DATE_TOO_EARLY'],
    ['date that is none', date()('2025-13-40'), 'NOT_A_DATE'],
    ['month', month()('2025-09'), '2025-09'],
    ['month in words', month()('2025年9月'), '2025-09'],
    ['month in six digits', month()(202509), '2025-09'],
    ['month from a day', month()('2025-09-30'), '2025-09'],
    ['month from a day in words', month()('2025年9月30日'), '2025-09'],
    ['month that is none', month()('2025-13'), 'NOT_A_MONTH'],
    ['month in the future', month({ notAfter: '2025-08-31' })('2025-09'), 'DATE_IN_FUTURE'],
    ['phone', phone()(19900007274), '19900007274'],
    ['phone too short', phone()('12'), 'NOT_A_PHONE'],
    ['credit code', creditCode()('52999999000000001L'), '52999999000000001L'],
    ['credit code with a wrong check', creditCode()('52999999000000001M'), 'NOT_A_CREDIT_CODE'],
    ['name', oneOf(namesOf(WISH_CHANNELS))(' 笑脸墙 '), 'SMILE_WALL'],
    ['name unknown', oneOf(namesOf(WISH_CHANNELS))('飞鸽传书'), 'UNKNOWN_NAME'],
    ['nothing, which may be', optional(phone())(undefined), null],
    ['nothing, which must not be', phone()(undefined), 'CELL_EMPTY'],
  ])('reads %s', (_, result, expected) => {
    expect(valueOf(result)).toBe(expected);
  });

  it('says what is wrong and what would be right, but never repeats a phone number or a long text', () => {
    expect(oneOf(namesOf(WISH_SCOPES))('共享')).toMatchObject({ problem: { message: { zh: '“共享”不认识，可以填：共性、个性' } } });
    expect(JSON.stringify(phone()('1990000727'))).not.toContain('1990000727');
    expect(JSON.stringify(date()('心'.repeat(500))).length).toBeLessThan(300);
  });
});

describe('readRow', () => {
  const fields = {
    number: ['序号', wholeNumber({ min: 1 })],
    recordedOn: ['登记日期', date({ notAfter: '2026-05-19' })],
    channel: ['来源渠道', oneOf(namesOf(WISH_CHANNELS))],
    unit: ['所属网格编码', text({ max: 64 })],
    name: ['居民姓名', optional(text({ max: 64 }))],
    phone: ['联系电话', optional(phone())],
    words: ['心愿内容', text({ max: 1000 })],
    category: ['类别', text({ max: 64 })],
    scope: ['需求类型', oneOf(namesOf(WISH_SCOPES))],
    priority: ['轻重缓急', oneOf(namesOf(PRIORITIES))],
    state: ['办理状态', oneOf(namesOf(WISH_STATES, WISH_STATES_IN_LEDGERS))],
    answer: ['答复', optional(text({ max: 1000 }))],
  } as const;

  it('gives typed values, or every problem of the row', () => {
    const row = { row: 7, content: '', occurrence: 0, cells: { 甲: 1, 乙: 'x' } };
    const right = readRow(row, { a: ['甲', wholeNumber()], c: ['丙', optional(text({ max: 3 }))] });
    if (!right.ok) throw new Error('refused');
    expectTypeOf(right.values).toEqualTypeOf<{ readonly a: number; readonly c: string | null }>();
    expect(right.values).toEqual({ a: 1, c: null });
    expect(readRow(row, { a: ['乙', wholeNumber()], b: ['constructor', text({ max: 3 })] })).toMatchObject({
      ok: false,
      problems: [{ row: 7, column: '乙', code: 'NOT_A_NUMBER' }, { row: 7, column: 'constructor', code: 'CELL_EMPTY' }],
    });
  });

  it("refuses, in a district's year of wishes, the seven rows that are wrong in themselves", async () => {
    const ledger = await readLedger(fileURLToPath(new URL('../../../../../examples/qiaocheng/wishes.xlsx', import.meta.url)));
    const problems = [];
    for await (const row of ledger) {
      const result = readRow(row, fields);
      if (!result.ok) problems.push(...result.problems.map(({ column, code }) => `${column} ${code}`));
    }
    expect(problems.toSorted()).toEqual(
      ['登记日期 NOT_A_DATE', '登记日期 DATE_IN_FUTURE', '心愿内容 CELL_EMPTY', '心愿内容 TEXT_TOO_LONG', '来源渠道 UNKNOWN_NAME', '联系电话 NOT_A_PHONE', '轻重缓急 UNKNOWN_NAME'].toSorted(),
    );
  });
});
