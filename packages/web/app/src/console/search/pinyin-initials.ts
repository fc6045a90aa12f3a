// The first character of each initial, in the order of pinyin; v, u and i begin no syllable.
const firsts = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥仨它挖夕丫匝'];
const initials = [...'abcdefghjklmnopqrstwxyz'];

const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/**
 * The initials of a name by the browser's own order of pinyin, which knows one reading of each character: enough to find a
 * page by. Other letters stay, small.
 * @example pinyinInitials('心愿收件箱') // 'xysjx'
 */
export function pinyinInitials(name: string): string {
  return [...name].map((character) => (/\p{Script=Han}/u.test(character) ? initialOf(character) : character.toLowerCase())).join('');
}

function initialOf(character: string): string {
  const at = firsts.findLastIndex((first) => byPinyin.compare(first, character) <= 0);
  return initials[at] ?? '';
}
