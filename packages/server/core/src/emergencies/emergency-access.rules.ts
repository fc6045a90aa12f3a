import { holdsAt, type Actor, type FeatureIndex } from '@weixiang/kernel';
import type { EmergencyAccess } from './emergency-access.entity.js';
import { EmergencyState } from './emergency-access.enums.js';

/** It lasts from an evening to the next morning at the longest. */
export const longestHours = 12;

/** Days in which it should be reviewed. */
export const reviewDays = 7;

/** Whether it lasts at a moment, whatever was written down of its end; `until` may be as the API has it. */
export function isOpenAt(now: Date, { state, until }: Pick<EmergencyAccess, 'state'> & { until: Date | string }): boolean {
  return state === EmergencyState.OPEN && new Date(until).getTime() > now.getTime();
}

/** Whether a role can never be taken: emergencies go down, never to who opens or reviews them. */
export function isBeyondTaking({ permissionsOf }: Pick<FeatureIndex, 'permissionsOf'>, role: string): boolean {
  return ['emergency.open', 'emergency.review'].some((name) => permissionsOf(role).has(name));
}

/** Whether taking the role at a unit with this path would give the actor anything. */
export function givesAnything({ takenPermissionsOf }: Pick<FeatureIndex, 'takenPermissionsOf'>, actor: Actor, role: string, path: string): boolean {
  return [...takenPermissionsOf(role)].some((name) => !holdsAt(actor, name, path));
}
