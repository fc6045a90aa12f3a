import { DateScalar, RefusalType } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { RoleAssignment } from '../people/role-assignment.entity.js';

/** What a reorganisation would change, before anything is changed. */
@ObjectType({ description: 'What a reorganisation would change if it were carried out now. Asking changes nothing.' })
export class ReorganisationPreview {
  @Field(() => [RefusalType], { description: 'Why it cannot be done as the tree is now; empty when it can.' })
  refusals!: RefusalType[];

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it would hold; null when it cannot be done.' })
  effectiveOn!: string | null;

  @Field(() => Int, { description: 'Units concerned, with everything below them.' })
  units!: number;

  @Field(() => Int, { description: 'People who live or work there.' })
  people!: number;

  @Field(() => Int, { description: 'Records of every kind that follow; the path as it was when they were recorded stays.' })
  records!: number;

  @Field(() => Int, { description: 'Wishes there that have not come to their end.' })
  openWishes!: number;

  @Field(() => Int, { description: 'Wishes there whose first answer is due; without one they go up to the new unit above.' })
  wishesAwaitingAnswer!: number;

  @Field(() => Int, { description: 'Projects there that have not come to their end.' })
  openProjects!: number;

  @Field(() => Int, { description: 'Roles held today at the units concerned.' })
  roles!: number;

  @Field(() => [RoleAssignment], { description: 'Roles that end with the unit, of those that you may see, at most 50.' })
  endingRoles!: unknown;

  @Field(() => [RoleAssignment], { description: 'Roles that will reach what is concerned and do not today, of those that you may see, at most 50.' })
  gaining!: unknown;

  @Field(() => Int, { description: 'How many roles gain sight of it.' })
  gainingCount!: number;

  @Field(() => [RoleAssignment], { description: 'Roles that reach what is concerned today and will not, of those that you may see, at most 50.' })
  losing!: unknown;

  @Field(() => Int, { description: 'How many roles lose sight of it.' })
  losingCount!: number;
}
