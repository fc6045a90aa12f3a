// Full-width digits are written as often as plain ones; both are one character, so nothing moves.
const D = '[0-9０-９]';
const hidden = {
  phone: '（电话已隐去）',
  id: '（证件号已隐去）',
  account: '（联系方式已隐去）',
} as const;

const contacts: readonly (readonly [RegExp, string])[] = [
  // Resident identity card, with its check character.
  [new RegExp(`(?<!${D})${D}{17}[0-9０-９XxＸｘ](?![0-9A-Za-z０-９])`, 'g'), hidden.id],
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

/**
 * A text as everybody may read it: telephones, identity numbers and accounts are taken out, the rest stands as it was.
 * @example withoutContacts('路灯坏了，请打19900007274') // '路灯坏了，请打（电话已隐去）'
 */
export function withoutContacts(text: string): string {
  return contacts.reduce((left, [pattern, words]) => left.replace(pattern, words), text);
}

/** Whether a text holds a telephone, an identity number or an account. */
export function hasContacts(text: string): boolean {
  return withoutContacts(text) !== text;
}
