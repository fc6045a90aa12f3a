import { subject } from '@casl/ability';
import { indexOf, Needs, type Loaded, type RequestContext } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { givesAnything, isBeyondTaking } from './emergency-access.rules.js';

type Facts = Pick<RoleAssignment, 'role' | 'since' | 'until' | 'orgPath'> & { person: string };
const facts = ['role', 'since', 'until', 'orgPath', 'person'] as const;

@Resolver(() => RoleAssignment)
export class TakeableRoleFields {
  @FieldResolver(() => Boolean, { description: 'Whether you may take it in an emergency, and would be able to do more by it than now.' })
  @Needs(() => RoleAssignment, facts)
  isTakeable(@Root() { $: { role, since, until, orgPath, person } }: Loaded<Facts>, @Ctx() { ability, actor, features, now, tenant }: RequestContext): boolean {
    const today = dateIn(now, tenant.timeZone);
    const isHeld = since <= today && (until === null || until >= today);
    if (!isHeld || person === actor.personId || !ability.can('take', subject('RoleAssignment', { orgPath }))) return false;
    return !isBeyondTaking(indexOf(features), role) && givesAnything(indexOf(features), actor, role, orgPath);
  }
}
