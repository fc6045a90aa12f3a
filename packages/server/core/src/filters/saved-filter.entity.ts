import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, SqlValue, TenantTable } from '@weixiang/kernel';
import { Field, ObjectType } from 'type-graphql';
import { UnitRecord } from '../organisation/unit-record.js';
import { Person } from '../people/person.entity.js';

/** A view of a list that somebody gave a name: for oneself, or for everybody who works at the same unit. */
@TenantTable({ name: 'saved_filter', prefix: 'filter' })
@ObjectType({ implements: Node, description: 'A list’s filters under a name, kept by one person, perhaps shared with who works at the same unit.' })
@Unique({ properties: ['tenantId', 'owner', 'page', 'name'] })
@Index({ properties: ['tenantId', 'orgUnit', 'page'] })
export class SavedFilter extends UnitRecord {
  @Field(() => String, { description: 'The page whose list it filters: wishes, projects …' })
  @Property({ type: 'text' })
  page!: string;

  @Field(() => String, { description: 'What it is called.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: 'The filters as the page’s address has them: state=SUBMITTED&scope=COMMON.' })
  @Property({ type: 'text' })
  query!: string;

  @Field(() => Boolean, { description: 'Whether everybody with a role at its unit has it in their list.' })
  @Property({ type: 'boolean' })
  isShared: boolean = false;

  @Field(() => Person, { nullable: true, description: 'Who keeps it.' })
  @BelongsTo(() => Person, 'owner_id')
  owner!: Person;

  @Field(() => Boolean, { description: 'Whether it is yours.' })
  @SqlValue(({ column, param }) => `coalesce(${column('owner')} = ${param('actor.personId')}, false)`)
  isMine!: boolean;
}
