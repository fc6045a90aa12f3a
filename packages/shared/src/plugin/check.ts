import type { PluginDeclaration } from './declaration.js';

/**
 * What does not fit among the installed declarations, one sentence each: unknown or circular dependencies, two that claim
 * one name, permission, project type, workflow version or message, a step that needs a permission nobody declares.
 * @example if (declarationProblems(all).length > 0) throw new Error(declarationProblems(all).join('\n'))
 */
export function declarationProblems(declarations: readonly PluginDeclaration[]): string[] {
  const names = new Set(declarations.map(({ name }) => name));
  const problems = [
    ...claimedTwice('name', declarations, ({ name }) => [name]),
    ...claimedTwice('permission', declarations, ({ permissions }) => Object.keys(permissions)),
    ...claimedTwice('project type', declarations, ({ projectTypes }) => projectTypes.map(({ key }) => key)),
    ...claimedTwice('GraphQL type', declarations, ({ projectTypes }) => projectTypes.map(({ typeName }) => typeName)),
    ...claimedTwice('workflow', declarations, ({ workflows }) => workflows.map((w) => `${w.name} version ${w.version}`)),
    ...claimedTwice('message', declarations, ({ messages }) => Object.keys(messages)),
  ];
  for (const { name, dependsOn } of declarations) {
    for (const needed of dependsOn) {
      if (!names.has(needed)) problems.push(`${name} depends on ${needed}, which is not installed`);
    }
  }
  const permissions = new Set(declarations.flatMap((declaration) => Object.keys(declaration.permissions)));
  for (const { name, workflows } of declarations) {
    for (const workflow of workflows) {
      for (const [step, { needs }] of Object.entries(workflow.steps)) {
        if (!permissions.has(needs)) problems.push(`${name}: ${workflow.name}.${step} needs the unknown permission ${needs}`);
      }
    }
  }
  const circle = sortByDependency(declarations).circle.map(({ name }) => name);
  if (circle.length > 0) problems.push(`these depend on one another in a circle: ${circle.join(', ')}`);
  return problems;
}

/**
 * The declarations so that each stands after what it depends on, otherwise in the order given. Throws on a circle.
 * @example inDependencyOrder([education, core]) // [core, education]
 */
export function inDependencyOrder<M extends PluginDeclaration>(declarations: readonly M[]): M[] {
  const { sorted, circle } = sortByDependency(declarations);
  if (circle.length > 0) throw new Error(`These depend on one another in a circle: ${circle.map(({ name }) => name).join(', ')}.`);
  return sorted;
}

function sortByDependency<M extends PluginDeclaration>(declarations: readonly M[]): { sorted: M[]; circle: M[] } {
  const installed = new Set(declarations.map(({ name }) => name));
  const sorted: M[] = [];
  const placed = new Set<string>();
  let waiting = [...declarations];
  while (waiting.length > 0) {
    const next = waiting.find(({ dependsOn }) => dependsOn.every((name) => placed.has(name) || !installed.has(name)));
    if (!next) return { sorted, circle: waiting };
    sorted.push(next);
    placed.add(next.name);
    waiting = waiting.filter((declaration) => declaration !== next);
  }
  return { sorted, circle: [] };
}

function claimedTwice(what: string, declarations: readonly PluginDeclaration[], claims: (declaration: PluginDeclaration) => string[]): string[] {
  const owner = new Map<string, string>();
  const problems: string[] = [];
  for (const declaration of declarations) {
    for (const claim of claims(declaration)) {
      const first = owner.get(claim);
      if (first !== undefined) problems.push(`the ${what} ${claim} is claimed by ${first} and by ${declaration.name}`);
      owner.set(claim, declaration.name);
    }
  }
  return problems;
}
