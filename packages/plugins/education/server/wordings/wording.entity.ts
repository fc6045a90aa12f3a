import { Property, Unique } from '@mikro-orm/decorators/legacy';
import { Person } from '@weixiang/core';
import { BelongsTo, Node, TenantRecord, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';

/** What guardians are asked to agree to, as a tenant words it; a renewed one is a new row, and the old stays as evidence. */
@TenantTable({ name: 'consent_wording', prefix: 'wording' })
@ObjectType({ implements: Node, description: 'What guardians are asked to agree to (同意书), as this tenant words it. The latest is in force; a renewed wording asks every guardian again.' })
@Unique({ properties: ['tenantId', 'number'] })
export class ConsentWording extends TenantRecord {
  @Field(() => Int, { description: 'Version, 2 for the first that the tenant wrote: 1 is the one that the product begins with.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => String, { description: 'What the data is for; `{course}` stands for the course.' })
  @Property({ type: 'text' })
  purpose!: string;

  @Field(() => String, { description: 'The words that are agreed to; `{course}` stands for the course.' })
  @Property({ type: 'text' })
  words!: string;

  @Field(() => Person, { nullable: true, description: 'Who put it in force, as far as you may see.' })
  @BelongsTo(() => Person, 'published_by_id', { nullable: true })
  publishedBy: Person | null = null;
}
