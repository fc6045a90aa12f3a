import { TextType } from '@weixiang/kernel';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { OrgUnit } from '../organisation/org-unit.entity.js';

@ObjectType({ description: 'Something that waits on you.' })
export class AgendaItem {
  @Field(() => ID, { description: 'Id of the record that waits.' })
  id!: string;

  @Field(() => String, { description: 'Stable name of what it waits for, for example wish.answer.' })
  name!: string;

  @Field(() => TextType, { description: 'What it waits for: 首次答复.' })
  kind!: TextType;

  @Field(() => TextType, { description: 'What is to be done, as a button says it: 答复.' })
  action!: TextType;

  @Field(() => String, { description: 'What the record is called.' })
  title!: string;

  @Field(() => Boolean, { description: 'Whether the title is a resident’s own words.' })
  isVoice!: boolean;

  @Field(() => Date, { nullable: true, description: 'Until when; null when it has no deadline.' })
  dueAt!: Date | null;

  @Field(() => Date, { description: 'Since when it waits.' })
  since!: Date;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit that it belongs to.' })
  orgUnit!: unknown;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit that it went up to because nothing was done.' })
  escalatedTo!: unknown;

  @Field(() => String, { description: 'Its page inside the console.' })
  href!: string;
}

@ObjectType({ description: 'What waits on you: by deadline, then what has waited longest.' })
export class Agenda {
  @Field(() => [AgendaItem], { description: 'The most pressing ones.' })
  items!: AgendaItem[];

  @Field(() => Int, { description: 'How many there are.' })
  totalCount!: number;

  @Field(() => Int, { description: 'How many of them are past their deadline.' })
  overdueCount!: number;
}
