import { holdsAt, isWithin, overseen, type Actor } from '@weixiang/kernel';
import { pathsDownTo } from '@weixiang/shared';
import { RatingParty } from './evaluation.enums.js';

/** What of a round decides who may rate it: the unit of its project, and the project's type. */
export interface RatedWork {
  orgPath: string;
  projectType: string;
}

const permissionOf = { RESIDENT: 'evaluation.rate', OTHER: 'evaluation.rateForOthers', EXPERT: 'evaluation.rateAsExpert' } as const satisfies Record<RatingParty, string>;

/**
 * As what somebody may rate a project. Residents: those whom the project's unit reaches, that is who live in it or below.
 * Others and experts: those whose unit holds the project's or lies in it, and departments over work of its type. Who leads
 * the project is asked elsewhere.
 */
export function partiesOf(actor: Actor, work: RatedWork): RatingParty[] {
  return Object.values(RatingParty).filter((party) => {
    const permission = permissionOf[party];
    const lives = pathsOf(actor, permission).some((path) => isWithin(path, work.orgPath));
    if (party === RatingParty.RESIDENT) return lives;
    return lives || (actor.kind === 'person' && holdsAt(actor, permission, work.orgPath)) || overseen(actor, permission).includes(work.projectType);
  });
}

/** Paths of the units whose projects reach the actor as a resident: theirs and all above. `['0192', '0192.07ab']` */
export function reachingPaths(actor: Actor): string[] {
  const own = pathsOf(actor, permissionOf.RESIDENT);
  return [...new Set(own.flatMap(pathsDownTo))];
}

function pathsOf({ grants }: Actor, permission: string): string[] {
  return grants.filter(({ permissions }) => permissions.has(permission)).map(({ path }) => path);
}
