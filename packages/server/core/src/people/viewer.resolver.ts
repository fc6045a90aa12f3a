import { packRules } from '@casl/ability/extra';
import { DateScalar, JsonScalar, RecordRef, TextType, type Grant, type RequestContext } from '@weixiang/kernel';
import { dateIn, isRoleKey, ROLES, toTypeId } from '@weixiang/shared';
import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Partner } from '../partners/partner.entity.js';
import { Person } from './person.entity.js';

@ObjectType({ description: 'A role that the viewer holds now.' })
export class ViewerRole {
  @Field(() => ID, { description: 'The role assignment’s id.' })
  id!: string;

  @Field(() => String, { description: 'Key of the role, for example communitySecretary.' })
  role!: string;

  @Field(() => TextType, { description: 'Name of the role.' })
  label!: TextType;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit at which it is held; it reaches everything below.' })
  orgUnit!: unknown;

  @Field(() => Partner, { nullable: true, description: 'The partner for which it speaks.' })
  partner!: unknown;

  @Field(() => Person, { nullable: true, description: 'Whose role it is, when it is lent; null for one’s own, or for whom you may not see.' })
  lender!: unknown;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the loan; null for one’s own.' })
  lentUntil!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the emergency access by which you have it; null for a role that you hold or were lent.' })
  emergency!: string | null;

  @Field(() => Person, { nullable: true, description: 'Whose role it is, when you took it in an emergency; null otherwise, or for whom you may not see.' })
  holder!: unknown;

  @Field(() => Date, { nullable: true, description: 'When the emergency access ends by itself, UTC.' })
  takenUntil!: Date | null;
}

@ObjectType({ description: 'Who asks, and what they may do.' })
export class Viewer {
  @Field(() => Person, { nullable: true, description: 'The signed-in person; null for nobody.' })
  person!: unknown;

  @Field(() => [ViewerRole], { description: 'Roles held today.' })
  roles!: ViewerRole[];

  @Field(() => [String], { description: 'Plugins enabled for this tenant.' })
  plugins!: readonly string[];

  @Field(() => [String], { description: 'Names of the permissions held at any unit.' })
  permissions!: string[];

  @Field(() => JsonScalar, { description: 'The viewer’s CASL rules, packed; the web uses them to show what is not allowed, the server enforces them.' })
  abilities!: unknown;

  @Field(() => DateScalar, { description: 'Today in the tenant’s time zone.' })
  today!: string;
}

@Resolver()
export class ViewerQuery {
  @Query(() => Viewer, { description: 'Who asks, and what they may do. Answers nobody too.' })
  viewer(@Ctx() { actor, ability, features, tenant, now }: RequestContext): Viewer {
    return {
      person: actor.personId ? new RecordRef('Person', actor.personId) : null,
      roles: distinct(actor.grants).map(({ assignmentId, role, orgUnitId, speaksFor, lent, taken }) => ({
        id: toTypeId('assignment', assignmentId),
        role,
        label: isRoleKey(role) ? ROLES[role] : { zh: role, en: role },
        orgUnit: new RecordRef('OrgUnit', orgUnitId),
        partner: speaksFor === undefined ? null : new RecordRef('Partner', speaksFor),
        lender: lent ? new RecordRef('Person', lent.lenderId) : null,
        lentUntil: lent?.until ?? null,
        emergency: taken ? toTypeId('emergency', taken.emergencyId) : null,
        holder: taken ? new RecordRef('Person', taken.holderId) : null,
        takenUntil: taken?.until ?? null,
      })),
      plugins: features.plugins,
      permissions: [...new Set(actor.grants.flatMap(({ permissions }) => [...permissions]))].toSorted(),
      abilities: packRules(ability.rules),
      today: dateIn(now, tenant.timeZone),
    };
  }
}

/** A role whose unit is being moved reaches two places and is one role. */
function distinct(grants: readonly Grant[]): Grant[] {
  return [...new Map(grants.map((grant) => [`${grant.assignmentId} ${grant.lent?.delegationId} ${grant.taken?.emergencyId}`, grant])).values()];
}
