import { fillText, isMonth, parseCreditCode, parsePhone, type Text } from '@weixiang/shared';
import { asDate } from './cell-date.js';
import type { Cell } from './row.js';

/** Why a cell was refused; never repeats what may be personal. */
export interface CellProblem {
  readonly code: string;
  readonly message: Text;
}

/** The value of a cell, or why it is refused. */
export type CellResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: CellProblem };

/** Reads a cell; `undefined` is an empty one. */
export type CellReader<T> = (cell: Cell | undefined) => CellResult<T>;

const MESSAGES = {
  CELL_EMPTY: { zh: '没有填写', en: 'This is empty' },
  CELL_ERROR: { zh: '公式出错：{value}', en: 'The formula has an error: {value}' },
  TEXT_TOO_LONG: { zh: '有 {length} 字，最多 {max} 字', en: '{length} characters; at most {max}' },
  NUMBER_ROUNDED: {
    zh: '长编号被 Excel 当作数字，末几位已丢失。请把这一列设为文本后重填',
    en: 'Excel took this long number for a figure and lost its last digits; set the column to text and enter it again',
  },
  NOT_A_NUMBER: { zh: '“{value}”不是数字', en: '“{value}” is not a number' },
  NOT_WHOLE: { zh: '“{value}”不是整数', en: '“{value}” is not a whole number' },
  NUMBER_TOO_SMALL: { zh: '“{value}”太小，至少是 {min}', en: '“{value}” is too small; at least {min}' },
  NUMBER_TOO_LARGE: { zh: '“{value}”太大，最多是 {max}', en: '“{value}” is too large; at most {max}' },
  NOT_A_DATE: { zh: '“{value}”不是日期，请写成 2025-03-04', en: '“{value}” is not a date; write it like 2025-03-04' },
  DATE_IN_FUTURE: { zh: '日期 {value} 还没有到', en: 'The date {value} is still to come' },
  DATE_TOO_EARLY: { zh: '日期 {value} 太早，最早是 {min}', en: 'The date {value} is too early; {min} at the earliest' },
  NOT_A_MONTH: { zh: '“{value}”不是月份，请写成 2025-03', en: '“{value}” is not a month; write it like 2025-03' },
  NOT_A_PHONE: { zh: '不是电话号码', en: 'This is not a phone number' },
  NOT_A_CREDIT_CODE: { zh: '不是有效的统一社会信用代码（18位，末位是校验码）', en: 'This is not a valid unified social credit code' },
  UNKNOWN_NAME: { zh: '“{value}”不认识，可以填：{names}', en: '“{value}” is unknown; it can be: {names}' },
} as const satisfies Record<string, Text>;

// What Excel shows where a formula failed (ECMA-376, 18.17.3, and the newer ones).
const FORMULA_ERROR = /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/;
const SHOWN_LENGTH = 30;

/** Text of at most `max` characters, as people count them. `text({ max: 1000 })('心愿') // { ok: true, value: '心愿' }` */
export function text({ max }: { max: number }): CellReader<string> {
  return filled((cell) => {
    if (typeof cell === 'number' && !Number.isSafeInteger(cell) && Math.abs(cell) > Number.MAX_SAFE_INTEGER) return refused('NUMBER_ROUNDED');
    const words = typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell);
    const length = [...words].length;
    return length > max ? refused('TEXT_TOO_LONG', { length, max }) : accepted(words);
  });
}

/** A number, also written as text with thousands separators. `decimal({ min: 0 })('1,234.5') // { ok: true, value: 1234.5 }` */
export function decimal({ min = -Infinity, max = Infinity }: { min?: number; max?: number } = {}): CellReader<number> {
  return filled((cell) => {
    const number = numberOf(cell);
    if (number === null) return refused('NOT_A_NUMBER', { value: shown(cell) });
    if (number < min) return refused('NUMBER_TOO_SMALL', { value: shown(cell), min });
    return number > max ? refused('NUMBER_TOO_LARGE', { value: shown(cell), max }) : accepted(number);
  });
}

/** A whole number; 0 to 2³¹−1 unless told. `wholeNumber({ min: 1 })(586) // { ok: true, value: 586 }` */
export function wholeNumber({ min = 0, max = 2_147_483_647 }: { min?: number; max?: number } = {}): CellReader<number> {
  const number = decimal({ min, max });
  return filled((cell) => {
    const result = number(cell);
    return result.ok && !Number.isInteger(result.value) ? refused('NOT_WHOLE', { value: shown(cell) }) : result;
  });
}

/**
 * A day as YYYY-MM-DD, between `notBefore` and `notAfter`, both included (pass today, by the clock, in the tenant's zone).
 * @example date({ notAfter: '2026-05-19' })('2025年3月4日') // { ok: true, value: '2025-03-04' }
 */
export function date({ notAfter, notBefore = '1900-01-01' }: { notAfter?: string; notBefore?: string } = {}): CellReader<string> {
  return filled((cell) => {
    const day = asDate(cell);
    if (day === null) return refused('NOT_A_DATE', { value: shown(cell) });
    if (notAfter !== undefined && day > notAfter) return refused('DATE_IN_FUTURE', { value: day });
    return day < notBefore ? refused('DATE_TOO_EARLY', { value: day, min: notBefore }) : accepted(day);
  });
}

/** A month as YYYY-MM, also from a day in it, not after the month of `notAfter`. `month()('2025年9月') // { ok: true, value: '2025-09' }` */
export function month({ notAfter }: { notAfter?: string } = {}): CellReader<string> {
  return filled((cell) => {
    const words = String(cell).normalize('NFKC').replace(/\s/g, '');
    const [, year, number] = /^(\d{4})(?:[-/.年]?)(\d{1,2})月?$/.exec(words) ?? [];
    const value = number === undefined ? (asDate(cell)?.slice(0, 7) ?? '') : `${year}-${number.padStart(2, '0')}`;
    if (!isMonth(value)) return refused('NOT_A_MONTH', { value: shown(cell) });
    return notAfter !== undefined && value > notAfter.slice(0, 7) ? refused('DATE_IN_FUTURE', { value }) : accepted(value);
  });
}

/** A phone number in its normal form; the message does not repeat it. `phone()(19900007274) // { ok: true, value: '19900007274' }` */
export function phone(): CellReader<string> {
  return filled((cell) => {
    const number = parsePhone(String(cell));
    return number === null ? refused('NOT_A_PHONE') : accepted(number);
  });
}

/** A unified social credit code with its check character. `creditCode()('52999999000000001L')` */
export function creditCode(): CellReader<string> {
  return filled((cell) => {
    const code = parseCreditCode(String(cell));
    return code === null ? refused('NOT_A_CREDIT_CODE') : accepted(code);
  });
}

/** One of these names, as its key. `oneOf(namesOf(WISH_CHANNELS))('笑脸墙') // { ok: true, value: 'SMILE_WALL' }` */
export function oneOf<Key>(names: ReadonlyMap<string, Key>): CellReader<Key> {
  const plain = (words: string): string => words.normalize('NFKC').replace(/\s/g, '');
  const keys = new Map([...names].map(([name, key]) => [plain(name), key]));
  return filled((cell) => {
    const key = keys.get(plain(String(cell)));
    return key === undefined ? refused('UNKNOWN_NAME', { value: shown(cell), names: [...names.keys()].join('、') }) : accepted(key);
  });
}

/** The same, but an empty cell is null. `optional(phone())(undefined) // { ok: true, value: null }` */
export function optional<T>(reader: CellReader<T>): CellReader<T | null> {
  return (cell) => (isEmpty(cell) ? accepted(null) : reader(cell));
}

function filled<T>(reader: (cell: Cell) => CellResult<T>): CellReader<T> {
  return (cell) => {
    if (cell === undefined || isEmpty(cell)) return refused('CELL_EMPTY');
    if (typeof cell === 'string' && FORMULA_ERROR.test(cell)) return refused('CELL_ERROR', { value: cell });
    return reader(cell);
  };
}

function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

function numberOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  const words = String(cell).normalize('NFKC').replace(/\s/g, '');
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(words)) return null;
  return Number(words.replaceAll(',', ''));
}

function accepted<T>(value: T): CellResult<T> {
  return { ok: true, value };
}

function refused(code: keyof typeof MESSAGES, values: Readonly<Record<string, string | number>> = {}): CellResult<never> {
  return { ok: false, problem: { code, message: fillText(MESSAGES[code], values) } };
}

function shown(cell: Cell): string {
  const letters = [...String(cell)];
  return letters.length > SHOWN_LENGTH ? `${letters.slice(0, SHOWN_LENGTH).join('')}…` : letters.join('');
}
