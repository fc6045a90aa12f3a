import { parsePhone } from './phone.rules.js';

// Surnames of two characters 复姓; any other is one character.
const DOUBLE_SURNAMES = new Set(
  '欧阳 上官 皇甫 令狐 诸葛 司徒 司马 申屠 夏侯 贺兰 完颜 慕容 尉迟 长孙 端木 东方 公孙 宇文 独孤 南宫 百里 东郭 钟离 轩辕 呼延 闻人 澹台 公冶 宗政 濮阳 淳于 单于 太叔 仲孙 司空 第五 拓跋 西门 闾丘 鲜于 公羊'.split(' '),
);
const HAN_NAME = /^\p{Script=Han}/u;

/** How a wisher is addressed on the wall. */
export type Honorific = '先生' | '女士';

/**
 * The surname of a Chinese name, or null when it is not written in characters.
 * @example surnameOf('欧阳修远') // '欧阳'
 */
export function surnameOf(name: string): string | null {
  const bare = bareName(name);
  if (!HAN_NAME.test(bare)) return null;
  const letters = [...bare];
  const two = letters.slice(0, 2).join('');
  return letters.length > 2 && DOUBLE_SURNAMES.has(two) ? two : (letters[0] ?? null);
}

/**
 * The name as those see it who may not read it: the surname, and one star for each further character.
 * @example maskName('韩文博') // '韩**'
 */
export function maskName(name: string): string {
  const bare = bareName(name);
  const letters = [...bare];
  const shown = [...(surnameOf(bare) ?? letters[0] ?? '')];
  // A name of one letter would stand there whole.
  const hidden = letters.length > shown.length ? Math.min(letters.length - shown.length, 3) : 1;
  return letters.length === 0 ? '' : `${letters.length > shown.length ? shown.join('') : ''}${'*'.repeat(hidden)}`;
}

/**
 * How a wisher stands on the public wall: never a full name; null when there is nothing that may be shown.
 * @example wisherLabel('韩文博', '先生') // '韩先生'; wisherLabel('韩文博') // '韩姓居民'
 */
export function wisherLabel(name: string, honorific?: Honorific): string | null {
  const surname = surnameOf(name);
  if (surname === null) return null;
  return honorific ? `${surname}${honorific}` : `${surname}姓居民`;
}

/**
 * Who a ledger means: name and phone together, never the phone alone (families share one).
 * @example personKey(' 沈雨桐', '199 0000 7274') // '沈雨桐|19900007274'
 */
export function personKey(name: string, phone: string): string {
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
  return `${plain(name)}|${parsePhone(phone) ?? plain(phone)}`;
}

/** Ledgers tell people of one name apart by a number in brackets: 沈建国（001）. */
function bareName(name: string): string {
  return name.replace(/[（(][^（(]*[)）]\s*$/u, '').trim();
}
