import { useMutation } from '@apollo/client/react';
import { newKey } from '@weixiang/kit';
import type { Priority, WishRowFragment } from '../generated/graphql.js';
import { SetWishPriorityDocument } from './wish-mutations.documents.js';

/** Sets 轻重缓急 at once on the page; the server's refusal takes it back and is the answer. */
export function useSetPriority() {
  const [mutate] = useMutation(SetWishPriorityDocument);
  return async (wish: WishRowFragment | undefined, priority: Priority): Promise<string | undefined> => {
    if (!wish) return '';
    // The cache finds the row again by the type names that it added itself; its own types do not tell of them.
    const ranked = { __typename: 'SetWishPriorityPayload', wish: { ...wish, priority }, refusals: [] };
    const { data } = await mutate({
      variables: { input: { id: wish.id, version: wish.version, priority, idempotencyKey: newKey() } },
      optimisticResponse: { setWishPriority: ranked },
    });
    return data?.setWishPriority.refusals[0]?.message;
  };
}
