import type { TFunction } from 'i18next';

export const noticeKinds = ['demandList', 'recruitment', 'rules', 'grade', 'fee', 'selection', 'correction', 'other'] as const;

/** A kind of notice in words; one that the console does not know speaks for itself. */
export function noticeKind(t: TFunction, kind: string): string {
  return t(`notices.kinds.${kind}`, { defaultValue: kind });
}
