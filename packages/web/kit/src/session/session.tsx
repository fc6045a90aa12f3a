import { useQuery } from '@apollo/client/react';
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, type ReactNode } from 'react';
import type { SessionQuery } from '../generated/graphql.js';
import { isUnreachable } from '../graphql/problem.js';
import { ErrorState } from '../states/error-state.js';
import { wearBrand } from './brand.js';
import { houseOfLastVisit, keepHouse } from './house.js';
import { SessionDocument } from './session.documents.js';
import { tenantSlug } from './tenant-slug.js';

/** Whose house this is and who is in it. `viewer.person` is null for a passer-by. */
export type Session = SessionQuery & { isSignedIn: boolean; hasPlugin: (name: string) => boolean };

const SessionContext = createContext<Session | undefined>(undefined);

/**
 * Asks once who is here, dresses the page in the tenant's colours and shows its content only then.
 * `waiting` stands meanwhile. After signing in or out refetch `Session`. With `opensOffline` the house of the last visit
 * opens without a network, with nobody in it, until there is one.
 */
export function SessionProvider({ waiting, opensOffline = false, children }: { waiting: ReactNode; opensOffline?: boolean; children: ReactNode }) {
  const { data: answered, previousData, error, refetch } = useQuery(SessionDocument);
  // While the session is asked again the page stays as it is.
  const known = answered ?? previousData;
  const isOffline = opensOffline && !known && isUnreachable(error);
  const kept = useMemo(() => (isOffline ? houseOfLastVisit(tenantSlug()) : undefined), [isOffline]);
  const data = known ?? kept;
  const tenant = data?.tenant;
  useEffect(() => {
    if (known) keepHouse(known.tenant);
  }, [known]);
  useEffect(() => {
    if (!isOffline) return;
    const ask = () => void refetch().catch(() => undefined);
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [isOffline, refetch]);
  useLayoutEffect(() => {
    if (tenant) wearBrand(tenant.slug, tenant.colors);
  }, [tenant]);
  const session = useMemo(
    () =>
      data && {
        ...data,
        isSignedIn: data.viewer.person !== null,
        hasPlugin: (name: string) => data.viewer.plugins.includes(name),
      },
    [data],
  );
  if (!session) return error ? <ErrorState error={error} retry={() => void refetch()} /> : waiting;
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of this page; throws outside a `SessionProvider`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}
