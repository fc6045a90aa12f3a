import { codesLastForMinutes } from '@weixiang/kernel';
import type { Language } from '@weixiang/shared';

/** The text message that carries a code, signed with the brand as senders in China must. */
export function codeMessage(brand: string, code: string, language: Language): string {
  return language === 'en'
    ? `[${brand}] Your code is ${code}, good for ${codesLastForMinutes} minutes. Tell it to nobody. If you did not ask for it, do nothing.`
    : `【${brand}】验证码 ${code}，${codesLastForMinutes} 分钟内有效，请不要告诉别人。不是您本人操作的，不用理会。`;
}
