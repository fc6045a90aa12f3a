import { holdsAt, indexOf, overseen, type Actor, type Case, type FeatureSet, type GuardAnswers } from '@weixiang/kernel';
import type { Workflow } from '@weixiang/shared';
import type { Project } from './project.entity.js';
import { projectLife } from './project.workflow.js';

/** What of a project decides its steps. */
export type ProjectCase = Pick<Project, 'id' | 'type' | 'state' | 'orgPath' | 'lead'>;

/** Steps that the lead may take on the own project, and those of a department over work of its types. */
const ofLead = ['project.edit', 'project.run'] as const;
const ofOverseer = ['project.supervise', 'project.review'] as const;

/** The life that a new project of this type begins: its plugin's own, else that of every project. */
export function workflowFor(features: FeatureSet, type: string): Workflow {
  const { workflows } = indexOf(features);
  const own = `${type}.projectLife`;
  return workflows.names().includes(own) ? workflows.latest(own) : projectLife;
}

/** The life that a project began and ends on; every project's while its plugin is not enabled. */
export function workflowOf(features: FeatureSet, { workflowName, workflowVersion }: Pick<Project, 'workflowName' | 'workflowVersion'>): Workflow {
  const { workflows } = indexOf(features);
  return workflows.names().includes(workflowName) ? workflows.at(workflowName, workflowVersion) : projectLife;
}

/** The project as its workflow asks about it. */
export function caseOf(actor: Actor, { type, state, orgPath, lead }: ProjectCase, guards: GuardAnswers = {}): Case {
  const isLead = actor.personId !== null && idOf(lead) === actor.personId;
  const overseenHere = ofOverseer.filter((permission) => overseen(actor, permission).includes(type));
  return { state, path: orgPath, own: [...(isLead ? ofLead : []), ...overseenHere], guards };
}

/** Whether the actor may see what happened to the project and who did it: staff of its subtree or over its type, its lead. */
export function mayTrace(actor: Actor, { type, orgPath, lead }: Pick<ProjectCase, 'type' | 'orgPath' | 'lead'>): boolean {
  const isLead = actor.personId !== null && idOf(lead) === actor.personId;
  return isLead || holdsAt(actor, 'project.read', orgPath) || overseen(actor, 'project.read').includes(type);
}

/** A relation is the record in a write, and its id where a computed field got it. */
function idOf(related: unknown): unknown {
  return typeof related === 'object' && related !== null && 'id' in related ? related.id : related;
}
