/** What the diagram needs of a workflow's definition. */
export type DrawnWorkflow = {
  states: readonly { name: string; label: string }[];
  steps: readonly { name: string; from: readonly string[]; to: string }[];
};

export type DrawnNode = {
  name: string;
  label: string;
  column: number;
  row: 0 | 1;
};

export type DrawnEdge = {
  from: string;
  to: string;
  /** The steps that lead along it. */
  steps: string[];
};

export type WorkflowLayout = {
  nodes: DrawnNode[];
  edges: DrawnEdge[];
  columns: number;
};

/**
 * Lays a workflow out in two rows: above, the usual way forward through the states in their declared order; below,
 * the states that leave it (paused, corrected), each as near as there is room to where it is left for.
 * Edges that would only repeat what the row of states already says are left out.
 */
export function layOut(workflow: DrawnWorkflow, current: string): WorkflowLayout {
  const main = usualWay(workflow);
  const placed = new Map<string, DrawnNode>();
  main.forEach((name, column) => placed.set(name, { name, label: labelOf(workflow, name), column, row: 0 }));

  const taken = new Set<number>();
  for (const { name, label } of workflow.states) {
    if (placed.has(name)) continue;
    const column = nearestFree(leftFor(workflow, name, current, placed), taken, main.length);
    taken.add(column);
    placed.set(name, { name, label, column, row: 1 });
  }
  const nodes = [...placed.values()];
  return {
    nodes,
    edges: edgesOf(workflow, placed, main, current),
    columns: Math.max(...nodes.map((node) => node.column + 1), 1),
  };
}

/** The states of the row above that lie behind the present one: behind a side state, those up to where it is left for. */
export function passedBefore({ steps }: DrawnWorkflow, nodes: readonly DrawnNode[], current: string): Set<string> {
  const main = nodes.filter((node) => node.row === 0);
  const here = main.find((node) => node.name === current);
  const sources = steps.filter((step) => step.to === current).flatMap((step) => step.from);
  const left = main.findLast((node) => sources.includes(node.name));
  const until = here ? here.column : (left?.column ?? -1) + 1;
  return new Set(main.filter((node) => node.column < until).map((node) => node.name));
}

/** From the first state on, always to the next one declared that a step leads to: definitions tell the usual way first. */
function usualWay({ states, steps }: DrawnWorkflow): string[] {
  const way: string[] = [];
  let at = 0;
  while (at < states.length) {
    const name = states[at]?.name ?? '';
    way.push(name);
    const next = states.findIndex(
      (state, index) => index > at && steps.some((step) => step.to === state.name && step.from.includes(name)),
    );
    at = next < 0 ? states.length : next;
  }
  return way;
}

function labelOf({ states }: DrawnWorkflow, name: string) {
  return states.find((state) => state.name === name)?.label ?? name;
}

function leftFor({ steps }: DrawnWorkflow, name: string, current: string, placed: ReadonlyMap<string, DrawnNode>): number {
  const sources = steps.filter((step) => step.to === name).flatMap((step) => step.from);
  if (sources.includes(current)) return placed.get(current)?.column ?? 0;
  const side = sources.map((source) => placed.get(source)).find((node) => node?.row === 1);
  if (side) return side.column + 1;
  return Math.max(0, ...sources.map((source) => placed.get(source)?.column ?? 0));
}

function nearestFree(wanted: number, taken: ReadonlySet<number>, columns: number): number {
  for (let distance = 0; distance <= columns + taken.size; distance += 1) {
    for (const column of [wanted - distance, wanted + distance]) {
      if (column >= 0 && !taken.has(column)) return column;
    }
  }
  return wanted;
}

function edgesOf(
  { steps }: DrawnWorkflow,
  placed: ReadonlyMap<string, DrawnNode>,
  main: readonly string[],
  current: string,
): DrawnEdge[] {
  const edges = new Map<string, DrawnEdge>();
  const draw = (from: string, to: string, step: string) => {
    const edge = edges.get(`${from} ${to}`) ?? { from, to, steps: [] };
    edge.steps.push(step);
    edges.set(`${from} ${to}`, edge);
  };
  for (const step of steps) {
    for (const from of step.from) {
      const isAlongMain = main.indexOf(step.to) === main.indexOf(from) + 1 && main.includes(from) && main.includes(step.to);
      if (isAlongMain || from === current) draw(from, step.to, step.name);
    }
    // A side state that cannot be reached from here still shows once where it is left for.
    const isSide = placed.get(step.to)?.row === 1;
    if (!isSide || step.from.includes(current)) continue;
    const from = step.from.find((name) => placed.get(name)?.row === 1) ?? step.from.at(-1);
    if (from && placed.has(from) && !edges.has(`${from} ${step.to}`)) draw(from, step.to, step.name);
  }
  return [...edges.values()];
}
