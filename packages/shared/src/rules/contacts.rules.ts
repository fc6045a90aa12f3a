// Full-width digits are written as often as plain ones; both are one character, so nothing moves.
const D = '[0-9０-９]';
const gap = '[-－ ]?';
const hidden = {
  phone: '（电话已隐去）',
  id: '（证件号已隐去）',
  bank: '（账号已隐去）',
  account: '（联系方式已隐去）',
  name: '（姓名已隐去）',
} as const;

type Hiding = readonly (readonly [RegExp, string])[];

const identities: Hiding = [
  // Resident identity card, with its check character, in one piece or parted at the day of birth.
  [new RegExp(`(?<!${D})${D}{6}${gap}${D}{8}${gap}${D}{3}[0-9０-９XxＸｘ](?![0-9A-Za-z０-９])`, 'g'), hidden.id],
  [/[零〇一二三四五六七八九幺]{17}[零〇一二三四五六七八九幺XxＸｘ]/g, hidden.id],
  // Bank card: 16 to 19 digits that begin as cards do, so that a number of a file, which begins with its year, stands.
  [new RegExp(`(?<!${D})[3-6３-６]${D}{3}(?:${gap}${D}{4}){2}${gap}${D}{4}(?:${gap}${D}{1,3})?(?!${D})`, 'g'), hidden.bank],
  // Any account where the words before say that it is one.
  [new RegExp(`(?<=(?:账号|帐号|账户|帐户|卡号|银行卡)号?码?(?:是|为)?[:： ]?)${D}(?:${gap}${D}){7,24}(?!${D})`, 'g'), hidden.bank],
];

const contacts: Hiding = [
  // Mobile, in one piece or in groups, with or without the country.
  [new RegExp(`(?:(?:\\+|＋|00)86[-－ ]?)?(?<!${D})[1１][3-9３-９]${D}[-－ ]?${D}{4}[-－ ]?${D}{4}(?!${D})`, 'g'), hidden.phone],
  // Landline with its area code.
  [new RegExp(`(?<!${D})[（(]?[0０]${D}{2,3}[)）]?[-－— ]?${D}{7,8}(?!${D})`, 'g'), hidden.phone],
  // A bare number where the words before say that it is one.
  [new RegExp(`(?<=(?:电话|座机|手机|致电|来电|拨打)号?码?(?:是|为)?[:： ]?)${D}{7,8}(?!${D})`, 'g'), hidden.phone],
  // Digits in characters, as people do to get past a filter.
  [/[零〇一二三四五六七八九幺]{11}/g, hidden.phone],
  [/(?<=(?:微信|QQ|qq|ＱＱ)(?:号码?)?(?:是|为)?[:： ]?)[A-Za-z0-9_-]{5,20}/g, hidden.account],
];

/** What there is in any of them; most texts have nothing of it. */
const mayTell = /[0-9０-９]|[零〇一二三四五六七八九幺]{11}|微信|qq|ＱＱ/i;

/**
 * A text as everybody may read it: telephones, identity numbers and accounts are taken out, the rest stands as it was.
 * @example withoutContacts('路灯坏了，请打19900007274') // '路灯坏了，请打（电话已隐去）'
 */
export function withoutContacts(text: string): string {
  if (!mayTell.test(text)) return text;
  return [...identities, ...contacts].reduce((left, [pattern, words]) => left.replace(pattern, words), text);
}

/** Whether a text holds a telephone, an identity number or an account. */
export function hasContacts(text: string): boolean {
  return withoutContacts(text) !== text;
}

/** Somebody whom a text is not to tell: by name and by telephone, as far as these are known. */
export interface Somebody {
  name: string | null;
  phone: string | null;
}

/**
 * What staff wrote to somebody as everybody may read it: identity numbers, accounts, and the names and telephones of
 * `people` are taken out. Telephones of offices stand, since staff wrote them to be called.
 * @example withoutIdentity('韩建国您好，请打0558-5550000', [{ name: '韩建国', phone: '19900007274' }]) // '（姓名已隐去）您好，请打0558-5550000'
 */
export function withoutIdentity(text: string, people: readonly Somebody[]): string {
  return identities.reduce((left, [pattern, words]) => left.replace(pattern, words), withoutPeople(text, people));
}

/** A text without the names and telephones of certain people; whatever else it holds stands. */
export function withoutPeople(text: string, people: readonly Somebody[]): string {
  return people.reduce((left, { name, phone }) => {
    const named = nameIn(name, left);
    const unnamed = named ? left.replace(named, hidden.name) : left;
    const called = phoneIn(phone, unnamed);
    return called ? unnamed.replace(called, hidden.phone) : unnamed;
  }, text);
}

/** A whole name wherever it may stand in a text; of one character alone, masked or with a ledger’s remark it is none. */
function nameIn(name: string | null, text: string): RegExp | undefined {
  const bare = name?.replace(/[（(].*$/u, '').trim() ?? '';
  if (/^[\p{Script=Han}·]{2,}$/u.test(bare)) return text.includes(bare.charAt(0)) ? new RegExp([...bare].join(' ?'), 'gu') : undefined;
  return /^\p{L}[\p{L} .'-]{2,}$/u.test(bare) ? new RegExp(`(?<!\\p{L})${bare.replaceAll('.', '\\.')}(?!\\p{L})`, 'giu') : undefined;
}

const sevenDigits = /(?:[0-9０-９零〇一二三四五六七八九幺][-－ ]?){7}/;

/** A telephone however its digits may be written in a text: in groups, full-width, or in characters. */
function phoneIn(phone: string | null, text: string): RegExp | undefined {
  if (!sevenDigits.test(text)) return undefined;
  const digits = phone?.replace(/[-－ ]/g, '') ?? '';
  if (!/^\d{7,}$/.test(digits)) return undefined;
  const written = [...digits].map((digit) => `[${digit}${'０１２３４５６７８９'[Number(digit)]}${'零一二三四五六七八九'[Number(digit)]}${{ '0': '〇', '1': '幺' }[digit] ?? ''}]`);
  return new RegExp(`(?<!${D})${written.join(gap)}(?!${D})`, 'g');
}
