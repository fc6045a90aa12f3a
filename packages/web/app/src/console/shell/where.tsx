import { useSession } from '@weixiang/kit';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

/** A unit at which the viewer holds roles, with the names of those roles. */
export type Place = { id: string; name: string; roles: { zh: string; en: string }[]; keys: string[] };

type Where = {
  place: Place | undefined;
  places: readonly Place[];
  /** The subtree that lists begin with; undefined where the role reaches across units, as a department's does over types of work. */
  within: string | undefined;
  goTo: (id: string) => void;
};

const WhereContext = createContext<Where>({ place: undefined, places: [], within: undefined, goTo: () => undefined });
const keptAs = (slug: string) => `weixiang.place.${slug}`;

/** Knows for which of their units the viewer works just now; lists begin there. Kept for the next visit. */
export function WhereProvider({ children }: { children: ReactNode }) {
  const { viewer, tenant } = useSession();
  const [chosen, setChosen] = useState(() => recall(tenant.slug));
  const where = useMemo(() => {
    const places = new Map<string, Place>();
    for (const { orgUnit, label, role } of viewer.roles) {
      if (!orgUnit) continue;
      const place = places.get(orgUnit.id) ?? { id: orgUnit.id, name: orgUnit.name, roles: [], keys: [] };
      place.roles.push(label);
      place.keys.push(role);
      places.set(orgUnit.id, place);
    }
    const goTo = (id: string) => {
      setChosen(id);
      keep(tenant.slug, id);
    };
    const all = [...places.values()];
    const place = places.get(chosen) ?? all[0];
    const isDepartment = place?.keys.every((key) => key === 'departmentOfficer');
    return { places: all, place, within: isDepartment ? undefined : place?.id, goTo };
  }, [viewer.roles, tenant.slug, chosen]);
  return <WhereContext value={where}>{children}</WhereContext>;
}

/** `const { place } = useWhere()`: the unit that lists begin with. */
export function useWhere(): Where {
  return useContext(WhereContext);
}

function recall(slug: string): string {
  try {
    return localStorage.getItem(keptAs(slug)) ?? '';
  } catch {
    return '';
  }
}

function keep(slug: string, id: string) {
  try {
    localStorage.setItem(keptAs(slug), id);
  } catch {
    // Without storage the choice lasts for this visit.
  }
}
