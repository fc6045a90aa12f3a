import { useSession } from '@weixiang/kit';
import { usePlace, type Place } from './place.js';
import { community } from './use-unit-search.js';

/** Where a wish of theirs most likely goes: the place chosen on this device, else where the resident lives, as the server knows it. */
export function useOwnUnit(): Place | undefined {
  const { place } = usePlace();
  const home = useSession().viewer.person?.orgUnit;
  if (place) return place;
  // Above communities are offices, where whoever gave no place was taken in.
  return home?.kind && home.kind.position >= community ? { id: home.id, name: home.name } : undefined;
}
