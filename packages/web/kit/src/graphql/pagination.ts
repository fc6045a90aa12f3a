import type { FieldPolicy } from '@apollo/client';

/** A page as it was asked for: by its nodes, or by edges with their cursors. */
type Page = { nodes?: readonly unknown[]; edges?: readonly unknown[] };

/** Arguments that choose another list. `after` alone chooses a page of the same one; `first` stays in, so that a
 *  short list on one page is never taken for the long one of another. */
const listArguments = (args: Record<string, unknown> | null) => Object.keys(args ?? {}).filter((name) => name !== 'after');

/** A connection of the schema whose pages join into one list as they arrive: `{ wishes: connection() }`. */
export function connection(): FieldPolicy<Page, Page> {
  return {
    keyArgs: listArguments,
    merge: (before, page, { args }) => (before && args?.['after'] ? joined(before, page) : page),
  };
}

function joined(before: Page, page: Page): Page {
  return {
    ...page,
    ...(page.nodes && { nodes: [...(before.nodes ?? []), ...page.nodes] }),
    ...(page.edges && { edges: [...(before.edges ?? []), ...page.edges] }),
  };
}
