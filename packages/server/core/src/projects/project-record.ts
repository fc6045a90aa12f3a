import type { Rel } from '@mikro-orm/core';
import { BeforeCreate, Property } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { UnitRecord } from '../organisation/unit-record.js';
import type { Project } from './project.entity.js';

/**
 * A fact about a project. Of which type the project is and whether everybody may see it stand on the row itself, so that
 * one plain condition decides who sees it. Each kind of fact declares the relation itself: this module must not load
 * `Project`, which lists them all.
 */
@ObjectType({ description: 'A fact about a project.' })
export abstract class ProjectRecord extends UnitRecord {
  abstract project: Rel<Project>;

  /** Type of the project; departments oversee by it. */
  @Property({ type: 'text' })
  projectType!: string;

  /** Whether the project is one that everybody may see; follows the project. */
  @Property({ type: 'boolean' })
  isPublic!: boolean;

  @BeforeCreate()
  follow(): void {
    this.projectType = this.project.type;
    this.isPublic = this.project.isPublic;
  }
}
