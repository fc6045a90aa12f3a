import { useMutation } from '@apollo/client/react';
import { newKey } from '@weixiang/kit';
import type { RowResult } from '@weixiang/kit/console';
import type { Priority, WishRowFragment } from '../generated/graphql.js';
import { SetWishPriorityDocument } from './wish-mutations.documents.js';

/** Sets 轻重缓急 at once on the page; the server's refusal takes it back with its words. What was set can be set back. */
export function useSetPriority() {
  const [mutate] = useMutation(SetWishPriorityDocument);
  const set = async (wish: WishRowFragment, priority: Priority | null) => {
    // The cache finds the row again by the type names that it added itself; its own types do not tell of them.
    const ranked = { __typename: 'SetWishPriorityPayload', wish: { ...wish, priority }, refusals: [] };
    const { data } = await mutate({
      variables: { input: { id: wish.id, version: wish.version, priority, idempotencyKey: newKey() } },
      optimisticResponse: { setWishPriority: ranked },
    });
    return data?.setWishPriority;
  };
  return async (wish: WishRowFragment | undefined, priority: Priority): Promise<RowResult> => {
    if (!wish) return { refused: '' };
    const done = await set(wish, priority);
    const refused = done?.refusals[0]?.message;
    if (refused !== undefined) return { refused };
    const now = done?.wish;
    if (!now) return {};
    return { undo: async () => (await set({ ...wish, version: now.version, priority }, wish.priority))?.refusals[0]?.message };
  };
}
