import { useDraft } from '@weixiang/kit/portal';

const blank = { phone: '', sentAt: '' };
/** As long as the server takes the digits. */
const lastsForMs = 5 * 60_000;

/**
 * The telephone to which digits are on their way, kept on the device while they are good: who goes to read the message may
 * find the page closed when they come back.
 */
export function useAwaitedCode() {
  const { draft, edit, forget } = useDraft('code', blank);
  const isAwaited = draft.phone !== '' && Date.now() - Number(draft.sentAt) < lastsForMs;
  return {
    phone: isAwaited ? draft.phone : '',
    isAwaited,
    await: (phone: string) => edit({ phone, sentAt: String(Date.now()) }),
    forget: () => {
      edit(blank);
      forget();
    },
  };
}
