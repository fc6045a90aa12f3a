import type { Transaction } from '@weixiang/kernel';
import { toTypeId } from '@weixiang/shared';
import { uuidsOf } from '../ledgers/rows.js';
import { Project } from './project.entity.js';

/** The projects that a ledger names, by their numbers; by their ids those that have none, as exports write them. */
export async function projectsNamed({ em }: Transaction, words: readonly string[]): Promise<Map<string, Project>> {
  const ids = uuidsOf('project', words);
  const projects = await em.find(Project, ids.length > 0 ? { $or: [{ code: { $in: [...words] } }, { id: { $in: ids } }] } : { code: { $in: [...words] } }, { populate: ['orgUnit'] });
  return new Map(projects.flatMap((project) => [[project.code ?? '', project], [toTypeId('project', project.id), project]]));
}
