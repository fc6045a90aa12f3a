import type { Rel } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { BelongsTo, Node, TenantTable } from '@weixiang/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { Activity } from '../activities/activity.entity.js';
import { UnitRecord } from '../organisation/unit-record.js';
import { Person } from '../people/person.entity.js';
import { Project } from '../projects/project.entity.js';
import { Wish } from '../wishes/wish.entity.js';

/**
 * A photo of a wish or an activity, or one that waits to be attached. What decides who sees its record stands on its row
 * too, so that one plain condition decides who sees it: it shows to whom its record shows, unless it is hidden.
 */
@TenantTable({ name: 'photo', prefix: 'photo' })
@ObjectType({
  implements: Node,
  description: 'A photo. Its image is at GET /t/:tenant/photos/:id, a small one at GET /t/:tenant/photos/:id/thumbnail; both are WebP, and show to whom the photo shows.',
})
@Index({ properties: ['tenantId', 'wish', 'position'] })
@Index({ properties: ['tenantId', 'activity', 'position'] })
@Index({ properties: ['tenantId', 'project'] })
@Index({ properties: ['tenantId', 'uploader'] })
@Index({ properties: ['tenantId', 'fileKey'] })
@Index({ properties: ['tenantId', 'thumbnailKey'] })
@Index({ name: 'photo_waiting', expression: 'create index photo_waiting on photo (tenant_id, created_at) where attached_at is null' })
@Index({ properties: ['tenantId', 'orgPath'] })
export class Photo extends UnitRecord {
  /** Who sent it; until it is attached it is theirs alone to see and to attach. */
  @BelongsTo(() => Person, 'uploader_id')
  uploader!: Rel<Person>;

  @Field(() => Wish, { nullable: true, description: 'The wish that it belongs to.' })
  @BelongsTo(() => Wish, 'wish_id', { nullable: true, onDelete: 'cascade' })
  wish: Rel<Wish> | null = null;

  @Field(() => Activity, { nullable: true, description: 'The activity that it belongs to.' })
  @BelongsTo(() => Activity, 'activity_id', { nullable: true, onDelete: 'cascade' })
  activity: Rel<Activity> | null = null;

  /** As its wish. */
  @BelongsTo(() => Person, 'wisher_id', { nullable: true })
  wisher: Rel<Person> | null = null;

  /** As its activity. */
  @BelongsTo(() => Project, 'project_id', { nullable: true })
  project: Rel<Project> | null = null;

  /** As its activity. */
  @Property({ type: 'text', nullable: true })
  projectType: string | null = null;

  /** As its record. */
  @Property({ type: 'boolean' })
  isPublic: boolean = false;

  /** Its place among the photos of its record, from 0. */
  @Property({ type: 'integer' })
  position: number = 0;

  @Property({ columnType: 'timestamptz(3)', type: 'datetime', nullable: true })
  attachedAt: Date | null = null;

  @Property({ type: 'text' })
  fileKey!: string;

  @Property({ type: 'text' })
  thumbnailKey!: string;

  @Field(() => Int, { description: 'Pixels from left to right, as it stands.' })
  @Property({ type: 'integer' })
  width!: number;

  @Field(() => Int, { description: 'Pixels from top to bottom.' })
  @Property({ type: 'integer' })
  height!: number;

  @Field(() => Boolean, { description: 'Whether staff hid it: then its record’s staff and its wisher see it alone.' })
  @Property({ type: 'boolean' })
  isHidden: boolean = false;

  @Field(() => String, { nullable: true, description: 'Why staff hid it; null while it shows.' })
  @Property({ type: 'text', nullable: true })
  hiddenReason: string | null = null;
}
