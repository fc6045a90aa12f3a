import type { Workflow } from './definition.js';

/** All workflows with all their versions. */
export interface WorkflowRegistry {
  /** Adds a version. Throws when that version of that name is there with other content. */
  register(workflow: Workflow): void;
  /** The version that new cases begin on. Throws on an unknown name. */
  latest(name: string): Workflow;
  /** The version that a case began with. Throws when it is not kept any more. */
  at(name: string, version: number): Workflow;
  /** The names, sorted. */
  names(): string[];
}

/**
 * A registry that keeps older versions, since a case ends on the version it began with.
 * @example
 * const workflows = createWorkflowRegistry([wishLifeV1, wishLifeV2]);
 * workflows.at(wish.workflow, wish.workflowVersion)
 */
export function createWorkflowRegistry(workflows: Iterable<Workflow> = []): WorkflowRegistry {
  const families = new Map<string, Map<number, Workflow>>();

  const family = (name: string): Map<number, Workflow> => {
    const versions = families.get(name);
    if (!versions) throw new Error(`No workflow is named ${name}; there are ${[...families.keys()].join(', ') || 'none'}.`);
    return versions;
  };

  const registry: WorkflowRegistry = {
    register(workflow) {
      const versions = families.get(workflow.name) ?? new Map<number, Workflow>();
      const known = versions.get(workflow.version);
      if (known && JSON.stringify(known) !== JSON.stringify(workflow)) {
        throw new Error(`Workflow ${workflow.name} version ${workflow.version} is defined twice with different content.`);
      }
      versions.set(workflow.version, workflow);
      families.set(workflow.name, versions);
    },
    latest(name) {
      const versions = family(name);
      return registry.at(name, Math.max(...versions.keys()));
    },
    at(name, version) {
      const workflow = family(name).get(version);
      if (!workflow) throw new Error(`Workflow ${name} has no version ${version}: cases that began on it cannot go on.`);
      return workflow;
    },
    names: () => [...families.keys()].toSorted(),
  };

  for (const workflow of workflows) registry.register(workflow);
  return registry;
}
