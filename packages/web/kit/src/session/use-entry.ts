import { useApolloClient, useMutation } from '@apollo/client/react';
import { useRefusingMutation } from '../graphql/use-refusing-mutation.js';
import { SignInDocument, SignOutDocument } from './entry.documents.js';

/**
 * Signing in, as a form needs it; a refusal PASSWORD_MUST_CHANGE asks for `newPassword`. `send` resolves once everything on the page was asked again as the person now is.
 * `const { send, isSending, refusals, problem } = useSignIn(); if (await send({ login, password })) navigate('/')`
 */
export function useSignIn() {
  const client = useApolloClient();
  const { send, ...rest } = useRefusingMutation(SignInDocument, (data) => data.signIn);
  return {
    ...rest,
    async send(input: { login: string; password: string; newPassword?: string | undefined }): Promise<boolean> {
      const payload = await send(input);
      // What was answered to a passer-by, or to somebody else, must not stay on the page.
      if (payload) await client.resetStore();
      return payload !== undefined;
    },
  };
}

/** Signing out: the cookie goes and with it all that was answered to this person. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const [signOut] = useMutation(SignOutDocument);
  return async () => {
    await signOut({ variables: { input: {} } });
    await client.resetStore();
  };
}
