import {
  type FieldNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import type { SelectionContext } from './scope.js';

/** What one response key selects on an object type: the same field, perhaps named several times. */
export interface SelectedField {
  /** Response key: the alias, or the name. */
  key: string;
  name: string;
  node: FieldNode;
  /** All nodes of this key; their selections are merged. */
  nodes: readonly FieldNode[];
}

/** The fields selected on an object type, in the order of the answer, as the GraphQL specification collects them. */
export function selectFields(context: SelectionContext, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): SelectedField[] {
  const grouped = new Map<string, [FieldNode, ...FieldNode[]]>();
  const visited = new Set<string>();
  for (const set of sets) collect(context, type, set, grouped, visited);
  return [...grouped].map(([key, nodes]) => ({ key, name: nodes[0].name.value, node: nodes[0], nodes }));
}

/** The selection sets under a field's nodes. */
export function subselections(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
}

function collect(
  context: SelectionContext,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  grouped: Map<string, [FieldNode, ...FieldNode[]]>,
  visited: Set<string>,
): void {
  for (const selection of set.selections) {
    if (!isIncluded(context, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const group = grouped.get(key);
      if (group) group.push(selection);
      else grouped.set(key, [selection]);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : unvisited(context, selection.name.value, visited);
    if (fragment && applies(context, fragment.typeCondition, type)) collect(context, type, fragment.selectionSet, grouped, visited);
  }
}

function isIncluded({ variables }: SelectionContext, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  const values = { ...variables };
  return getDirectiveValues(GraphQLSkipDirective, node, values)?.['if'] !== true && getDirectiveValues(GraphQLIncludeDirective, node, values)?.['if'] !== false;
}

function unvisited({ fragments }: SelectionContext, name: string, visited: Set<string>) {
  if (visited.has(name)) return undefined;
  visited.add(name);
  return fragments[name];
}

function applies({ schema }: SelectionContext, condition: Parameters<typeof typeFromAST>[1] | undefined, type: GraphQLObjectType): boolean {
  if (!condition) return true;
  const wanted = typeFromAST(schema, condition);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
}
