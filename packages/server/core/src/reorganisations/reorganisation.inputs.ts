import { DateScalar, EditInput, MutationInput } from '@weixiang/kernel';
import { Field, ID, InputType } from 'type-graphql';

const day = 'First day on which it holds; today when left out. A later day is carried out as that day begins.';
const basis = 'The decision that it rests on, at most 200 characters.';

@InputType({ description: 'Which unit goes below which other one, and from when.' })
export class MoveOrgUnitInput extends EditInput {
  @Field(() => ID, { description: 'The unit that it goes below.' })
  to!: string;

  @Field(() => DateScalar, { nullable: true, description: day })
  on?: string | null;

  @Field(() => String, { nullable: true, description: basis })
  basis?: string | null;
}

@InputType({ description: 'Which units become part of which other one, and from when.' })
export class MergeOrgUnitsInput extends MutationInput {
  @Field(() => [ID], { description: 'The units that are merged and closed, at most 20.' })
  units!: string[];

  @Field(() => ID, { description: 'The unit that stays; it takes their records, people and the units below them.' })
  into!: string;

  @Field(() => DateScalar, { nullable: true, description: day })
  on?: string | null;

  @Field(() => String, { nullable: true, description: basis })
  basis?: string | null;
}

@InputType({ description: 'Which unit is split, what the new one is called, and what goes below it.' })
export class SplitOrgUnitInput extends EditInput {
  @Field(() => String, { description: 'Name of the new unit, at most 100 characters; it stands beside the old one and is of its kind.' })
  name!: string;

  @Field(() => String, { description: 'Code of the new unit; unique in the tenant, at most 50 characters.' })
  code!: string;

  @Field(() => [ID], { description: 'Units directly below the old one that go below the new one, at most 100. Records of the old unit itself stay with it.' })
  children!: string[];

  @Field(() => DateScalar, { nullable: true, description: day })
  on?: string | null;

  @Field(() => String, { nullable: true, description: basis })
  basis?: string | null;
}

@InputType({ description: 'Which unit is closed, and from when.' })
export class CloseOrgUnitInput extends EditInput {
  @Field(() => DateScalar, { nullable: true, description: 'First day without it; today when left out. A later day is carried out as that day begins.' })
  on?: string | null;

  @Field(() => String, { nullable: true, description: basis })
  basis?: string | null;
}

@InputType({ description: 'Which planned reorganisation is called off.' })
export class CancelReorganisationInput extends EditInput {}
