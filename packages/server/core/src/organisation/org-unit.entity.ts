import type { EventArgs } from '@mikro-orm/core';
import { BeforeCreate, BeforeUpdate, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { BelongsTo, DateScalar, Many, Node, Sensitive, ShownAs, SqlValue, TenantRecord, TenantTable } from '@weixiang/kernel';
import { publicUnitName } from '@weixiang/shared';
import { Field, Int, ObjectType } from 'type-graphql';
import { roleAssignmentList } from '../people/role-assignment.list.js';
import { projectList } from '../projects/project.list.js';
import { reorganisationList } from '../reorganisations/reorganisation.list.js';
import { VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { wishList } from '../wishes/wish.list.js';
import { orgUnitList } from './org-unit.list.js';

/** A node of the tenant's tree. Its `path` is what permissions and subtree filters go by. */
@TenantTable({ name: 'org_unit', prefix: 'unit' })
@ObjectType({ implements: Node, description: 'A node of the organisation: district, department, sub-district, community, grid, building group, member household.' })
@Unique({ properties: ['tenantId', 'code'] })
@Index({ properties: ['tenantId', 'parent', 'code'] })
@Index({ properties: ['tenantId', 'kind'] })
@Index({ properties: ['tenantId', 'orgPath'] })
export class OrgUnit extends TenantRecord {
  @Field(() => String, { description: 'Code of the unit as ledgers write it; unique in the tenant.' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name of the unit. Where its kind bears people’s names, only its staff see it in full; to all others it is 唐某某党员中心户.' })
  @ShownAs({ property: 'publicName', unless: 'know' })
  @Property({ type: 'text' })
  name!: string;

  /** The name as everybody may read it; follows name and kind. */
  @Property({ type: 'text' })
  publicName!: string;

  @Field(() => VocabularyTerm, { nullable: true, description: 'Kind of unit, a term of the tenant’s vocabulary.' })
  @BelongsTo(() => VocabularyTerm, 'kind_id')
  kind!: VocabularyTerm;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit above; null for the root.' })
  @BelongsTo(() => OrgUnit, 'parent_id', { nullable: true })
  parent: OrgUnit | null = null;

  /** Ids of the units from the root down, as labels with dots between. Named as on every other record, so that one rule fits all. */
  @Property({ type: 'text', collation: 'C' })
  orgPath!: string;

  @Field(() => Int, { description: 'Units from the root; the root is 1.' })
  @Property({ type: 'integer' })
  depth!: number;

  @Field(() => String, { nullable: true, description: 'Who heads the unit; for its staff.' })
  @Property({ type: 'text', nullable: true })
  headName: string | null = null;

  @Field(() => String, { nullable: true, description: 'Telephone of the head; masked for who may not see it.' })
  @Sensitive({ kind: 'personal', mask: 'phone' })
  @Property({ type: 'text', nullable: true })
  phone: string | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the unit; null when it has been there since the beginning.' })
  @Property({ type: 'date', nullable: true })
  opensOn: string | null = null;

  @Field(() => DateScalar, { nullable: true, description: 'First day without the unit, the day on which its closing or merger holds; null while it is open.' })
  @Property({ type: 'date', nullable: true })
  closedOn: string | null = null;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit that it became part of; null unless it was merged.' })
  @BelongsTo(() => OrgUnit, 'merged_into_id', { nullable: true })
  mergedInto: OrgUnit | null = null;

  @Field(() => [String], { description: 'Types of project that a department oversees everywhere, not in its own subtree alone (条块).' })
  @Property({ type: 'array', columnType: 'text[]' })
  oversees: string[] = [];

  @Field(() => Boolean, { description: 'Whether the unit is closed.' })
  @SqlValue(({ column }) => `${column('closedOn')} is not null`)
  isClosed!: boolean;

  @Field(() => Int, { description: 'Units directly below, closed ones included.' })
  @SqlValue(({ alias }) => `(select count(*) from org_unit child where child.tenant_id = ${alias}.tenant_id and child.parent_id = ${alias}.id)`)
  childCount!: number;

  @Many(() => orgUnitList, { via: 'parent', description: 'Units directly below.' })
  children!: never;

  @Many(() => wishList, { via: 'orgUnit', description: 'Wishes of this very unit that you may see.' })
  wishes!: never;

  @Many(() => projectList, { via: 'orgUnit', description: 'Projects of this very unit that you may see.' })
  projects!: never;

  @Many(() => roleAssignmentList, { via: 'orgUnit', description: 'Roles held at this very unit, now, before or later, that you may see.' })
  roles!: never;

  @Many(() => reorganisationList, { via: 'orgUnit', description: 'What was and will be done to it: moves, mergers, splits, closing.' })
  reorganisations!: never;

  @BeforeCreate()
  @BeforeUpdate()
  async takePublicName({ em }: EventArgs<OrgUnit>): Promise<void> {
    // Known already to whoever made or loaded the unit; asked for where only its id is.
    const kind = await em.findOneOrFail(VocabularyTerm, { tenantId: this.tenantId, id: this.kind.id });
    this.publicName = publicNameOf(this.name, kind);
  }
}

/** A unit's name as everybody may read it. */
export function publicNameOf(name: string, { key, namesPeople }: Pick<VocabularyTerm, 'key' | 'namesPeople'>): string {
  return namesPeople ? publicUnitName(name, key) : name;
}
