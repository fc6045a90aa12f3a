import { Property, Unique } from '@mikro-orm/decorators/legacy';
import { TextType, Node, TenantRecord, TenantTable } from '@weixiang/kernel';
import type { Text } from '@weixiang/shared';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Which list of words a term belongs to. */
export enum VocabularyKind {
  WISH_CATEGORY = 'WISH_CATEGORY',
  PROJECT_ASPECT = 'PROJECT_ASPECT',
  PROJECT_CATEGORY = 'PROJECT_CATEGORY',
  ORG_UNIT_KIND = 'ORG_UNIT_KIND',
  ACTIVITY_KIND = 'ACTIVITY_KIND',
}
registerEnumType(VocabularyKind, {
  name: 'VocabularyKind',
  description: 'A list of words that each tenant keeps for itself.',
  valuesConfig: {
    WISH_CATEGORY: { description: 'Categories of wishes.' },
    PROJECT_ASPECT: { description: 'Aspects of projects (五个方面).' },
    PROJECT_CATEGORY: { description: 'Categories of projects (八大类).' },
    ORG_UNIT_KIND: { description: 'Kinds of organisational units.' },
    ACTIVITY_KIND: { description: 'Kinds of activities.' },
  },
});

/** One word of a tenant's vocabulary: ledgers bring new ones, administrators edit labels. */
@TenantTable({ name: 'vocabulary_term', prefix: 'term' })
@ObjectType({ implements: Node, description: 'A word of the tenant’s vocabulary: a category, an aspect, a kind of unit or of activity.' })
@Unique({ properties: ['tenantId', 'kind', 'key'] })
export class VocabularyTerm extends TenantRecord {
  @Field(() => VocabularyKind, { description: 'The list it belongs to.' })
  @Property({ type: 'text' })
  kind!: VocabularyKind;

  @Field(() => String, { description: 'The word as ledgers write it; unique in its list.' })
  @Property({ type: 'text' })
  key!: string;

  @Field(() => TextType, { description: 'What is shown.' })
  @Property({ type: 'json' })
  label!: Text;

  @Field(() => Int, { description: 'Place in the list; for kinds of units, their level from 1 (district) down.' })
  @Property({ type: 'integer' })
  position!: number;

  @Field(() => Boolean, { description: 'For kinds of units: whether such a unit bears somebody’s name, which the public then sees as 唐某某.' })
  @Property({ type: 'boolean' })
  namesPeople: boolean = false;
}
