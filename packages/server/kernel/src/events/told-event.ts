import type { EntityManager } from '@mikro-orm/postgresql';
import type { Text } from '@weixiang/shared';
import { pathsOf } from '../entity/record-path.js';
import { holdsAt, holdsAtRoot, type Actor } from '../permissions/actor.js';

/**
 * An event that may be told, by its name, beside the record that it is about. What no feature declares is told to nobody:
 * that a colleague signed in is no business of who may read the colleague's name.
 */
export interface ToldEvent {
  /** What it is called: 受理. */
  label: Text;
  /** Permission that one must hold where the record belongs; when left out, whoever may read the record may be told. */
  needs?: string;
}

/** Whether an actor who may read the record may also be told that this happened to it. */
export async function mayBeTold(em: EntityManager, actor: Actor, { needs }: ToldEvent, { subject, subjectId }: { subject: string; subjectId: string }): Promise<boolean> {
  if (needs === undefined) return true;
  const path = (await pathsOf(em, actor.tenantId, subject, [subjectId])).get(subjectId);
  if (path === undefined) return false;
  return path === null ? holdsAtRoot(actor, needs) : holdsAt(actor, needs, path);
}
