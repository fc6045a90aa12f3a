import { useQuery } from '@apollo/client/react';
import { useRefusingMutation } from '../graphql/use-refusing-mutation.js';
import { ChangePasswordDocument, EndSessionDocument, MySessionsDocument } from './security.documents.js';

/** Where one is signed in, and the way to end a session: `const { result, end } = useMySessions()`. */
export function useMySessions() {
  const result = useQuery(MySessionsDocument, { fetchPolicy: 'cache-and-network' });
  const { send, ...end } = useRefusingMutation(EndSessionDocument, (data) => data.endSession, { refetch: ['MySessions'] });
  return { result, end: { ...end, send: (id: string) => send({ id }) } };
}

/** Changing one's own password, as a form needs it; every other session ends with it. */
export function useChangePassword() {
  return useRefusingMutation(ChangePasswordDocument, (data) => data.changePassword, { refetch: ['MySessions'] });
}
