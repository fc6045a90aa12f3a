import { useSession } from '../session/session.js';

/**
 * Whether the viewer holds a permission at any unit: enough to offer a page or a button; the server decides the rest.
 * `const holds = useHolds(); holds('notice.publish')`
 */
export function useHolds(): (permission: string) => boolean {
  const { viewer } = useSession();
  return (permission) => viewer.permissions.includes(permission);
}
