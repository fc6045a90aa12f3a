import { useApolloClient } from '@apollo/client/react';
import { newKey, useRefusingMutation } from '@weixiang/kit';
import { useState } from 'react';
import { RequestSignInCodeDocument, SignInWithCodeDocument } from './phone-sign-in.documents.js';

type Choice = { id: string; name: string; unitName: string };
/** What is asked now: the telephone, the digits, or who of several people it is, or the name of somebody new. */
export type Asked = { what: 'phone' } | { what: 'code' } | { what: 'who'; choices: readonly Choice[] } | { what: 'name' };

/** Who signs in, where the digits alone do not say it. */
export type Who = { person?: string; name?: string; orgUnit?: string };

/** Signing in by telephone, question by question, from the digits on where they are awaited. `shown` is the message itself, in a demonstration. */
export function usePhoneSignIn(isAwaited: boolean) {
  const client = useApolloClient();
  const [asked, setAsked] = useState<Asked>({ what: isAwaited ? 'code' : 'phone' });
  const [shown, setShown] = useState<{ key: string; text: string }>();
  const code = useRefusingMutation(RequestSignInCodeDocument, (data) => data.requestSignInCode);
  const entry = useRefusingMutation(SignInWithCodeDocument, (data) => data.signInWithCode);
  const { isSending, refusals, problem } = asked.what === 'phone' || code.refusals.all.length > 0 || code.problem ? code : entry;

  return {
    asked,
    shown,
    isSending: isSending || entry.isSending,
    refusals,
    problem,
    /** Sends the digits; true when they are on their way. */
    async request(phone: string): Promise<boolean> {
      entry.forget();
      const payload = await code.send({ phone });
      if (!payload) return false;
      if (payload.shownMessage) setShown({ key: newKey(), text: payload.shownMessage });
      setAsked({ what: 'code' });
      return true;
    },
    /** Signs in; true when somebody is in, and the page was asked again as they. */
    async enter(phone: string, digits: string, who: Who = {}): Promise<boolean> {
      code.forget();
      const payload = await entry.send({ phone, code: digits, ...who });
      if (!payload) return false;
      if (payload.choices) setAsked({ what: 'who', choices: payload.choices });
      if (payload.needsName) setAsked({ what: 'name' });
      if (!payload.person) return false;
      setShown(undefined);
      await client.resetStore();
      return true;
    },
    /** Back to the telephone: a wrong number, or another code. */
    again(): void {
      code.forget();
      entry.forget();
      setAsked({ what: 'phone' });
    },
  };
}
