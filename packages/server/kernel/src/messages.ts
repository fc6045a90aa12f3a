import type { Text } from '@weixiang/shared';
import { indexOf } from './features/feature-index.js';
import type { FeatureSet } from './features/feature-set.js';
import type { MessageValues } from './refusal.js';

/** Refusals that the kernel itself makes. */
export const kernelMessages: Record<string, Text> = {
  NOT_FOUND: { zh: '没有找到，可能已被移走或您看不到它。', en: 'Not found: it may have been moved, or you cannot see it.' },
  CHANGED_MEANWHILE: { zh: '刚才有人改过了，请看过新内容再改。', en: 'Someone changed it meanwhile. Look at what is new, then edit again.' },
  IDEMPOTENCY_KEY_REUSED: { zh: '这个提交编号已用于另一份内容，请换一个。', en: 'This idempotency key was used for other content. Use a new one.' },
  REQUIRED: { zh: '请填写。', en: 'Please fill this in.' },
  SIGNED_OUT: { zh: '请先登录。', en: 'Please sign in first.' },
  FORBIDDEN: { zh: '您没有这项权限。', en: 'You are not allowed to do this.' },
  INTERNAL: { zh: '系统出了问题，请稍后再试；反馈时请附上请求编号 {requestId}。', en: 'Something went wrong here. Try again later, and quote the request id {requestId} when you report it.' },
  UPLOAD_WITHOUT_FILE: { zh: '没有收到文件，请选择一份再上传。', en: 'No file arrived. Please choose one and send it again.' },
  UPLOAD_TOO_LARGE: { zh: '文件太大，最多 {max} MB。', en: 'The file is too large; at most {max} MB.' },
  UPLOAD_BROKEN_OFF: { zh: '文件没有传完，请再试一次。', en: 'The file did not arrive whole. Please try again.' },
  TOO_LONG: { zh: '请不要超过 {limit} 个字。', en: 'Please keep it to {limit} characters.' },
};

/** What a workflow refused says its reason, whichever its code. */
const reasonGiven: Text = { zh: '{reason}', en: '{reason}' };

/** The words of a refusal, with its values filled in; an unknown code speaks for itself. */
export function messageOf(features: FeatureSet, code: string, values: MessageValues = {}): Text {
  const found = indexOf(features).messages.get(code) ?? kernelMessages[code];
  const text = found ?? ('reason_zh' in values ? reasonGiven : { zh: code, en: code });
  return { zh: fill(text.zh, values, 'zh'), en: fill(text.en, values, 'en') };
}

/** `{reason}` takes `reason`, or in English `reason_en` when there is one. */
function fill(text: string, values: MessageValues, language: 'zh' | 'en'): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[`${name}_${language}`] ?? values[name] ?? whole));
}
