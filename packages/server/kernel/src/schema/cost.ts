import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromAST,
  GraphQLInt,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { defaultPageSize } from '../entity/list.js';
import type { Fragments } from './document-size.js';

/** Rows that a list without pages is reckoned with. */
const unpagedRows = 10;
/** What counting a whole list costs. */
const countCost = 10;

/** What the price of an operation depends on. */
export interface CostRequest {
  variables: Readonly<Record<string, unknown>>;
  /** Lengths of pages that variables asked for; filled in while reckoning. */
  pages: number[];
}

/** The price of a part of a document: a number, or a formula where variables say how long a page is. */
export type Cost = number | ((request: CostRequest) => number);

/** The price of an operation. */
export interface Price {
  cost: Cost;
  /** Lengths of pages that the document itself asks for. */
  pages: readonly number[];
}

/** The price of a selection: what counts once, and what counts for every row of the page that it stands in. */
interface SelectionCost {
  once: Cost;
  perRow: Cost;
}

/**
 * The most values an operation can answer with, reckoned before it runs:
 *
 * - a value costs 1, `totalCount` 10, introspection nothing;
 * - an object costs 1 and what is selected in it;
 * - a page costs 1 and `first` times what is selected in its `nodes` and `edges`;
 * - a list without pages costs 1 and 10 times what is selected in it;
 * - a field whose extensions say `cost` costs that instead of 1.
 */
export function priceOf(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments): Price {
  const priced = new Map<string, SelectionCost>();
  const pages: number[] = [];

  // Each fragment is priced once, however often it is spread.
  const ofFragment = (name: string): SelectionCost => {
    const known = priced.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && type ? ofSelections(fragment.selectionSet, type) : nothing;
    const kept = { once: remembered(cost.once), perRow: remembered(cost.perRow) };
    priced.set(name, kept);
    return kept;
  };

  const ofSelections = ({ selections }: SelectionSetNode, parent: GraphQLNamedType): SelectionCost => {
    const parts = selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return ofField(selection, parent);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
      const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
      return ofSelections(selection.selectionSet, condition ?? parent);
    });
    return { once: sum(parts.map(({ once }) => once)), perRow: sum(parts.map(({ perRow }) => perRow)) };
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType): SelectionCost => {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return nothing;
    const own = ownCost(field);
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return { once: own, perRow: 0 };
    const inside = ofSelections(node.selectionSet, type);
    const isList = isListType(getNullableType(field.type));
    if (isList && isPagePart(field)) return { once: own, perRow: sum([inside.once, times(unpagedRows, inside.perRow)]) };
    const rows = pageLength(node, field, operation, pages) ?? unpagedRows;
    const all = sum([inside.once, times(rows, inside.perRow)]);
    return { once: sum([own, isList ? times(unpagedRows, all) : all]), perRow: 0 };
  };

  const root = schema.getRootType(operation.operation);
  const cost = root ? ofSelections(operation.selectionSet, root).once : 0;
  return { cost, pages };
}

const nothing: SelectionCost = { once: 0, perRow: 0 };

function ownCost({ name, extensions }: GraphQLField<unknown, unknown>): number {
  const { cost } = extensions;
  if (typeof cost === 'number') return cost;
  return name === 'totalCount' ? countCost : 1;
}

function isPagePart({ name }: GraphQLField<unknown, unknown>): boolean {
  return name === 'nodes' || name === 'edges';
}

/** The price for these variables. */
export function evaluate(cost: Cost, request: CostRequest): number {
  return typeof cost === 'number' ? cost : cost(request);
}

/** The length of the page that a field asks for; null when it takes no `first`. Notes lengths that the document gives. */
function pageLength(node: FieldNode, field: GraphQLField<unknown, unknown>, operation: OperationDefinitionNode, pages: number[]): Cost | null {
  const argument = field.args.find(({ name }) => name === 'first');
  if (!argument) return null;
  const usual = typeof argument.defaultValue === 'number' ? argument.defaultValue : defaultPageSize;
  const asked = (rows: unknown, noted: number[]): number => {
    if (typeof rows !== 'number') return usual;
    noted.push(rows);
    return Math.max(rows, 0);
  };
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (given?.kind !== Kind.VARIABLE) return asked(given && valueFromAST(given, GraphQLInt), pages);
  const name = given.name.value;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  const preset: unknown = definition?.defaultValue && valueFromAST(definition.defaultValue, GraphQLInt);
  return (request) => asked(request.variables[name] === undefined ? preset : request.variables[name], request.pages);
}

function sum(costs: readonly Cost[]): Cost {
  let fixed = 0;
  const open: ((request: CostRequest) => number)[] = [];
  for (const cost of costs) {
    if (typeof cost === 'number') fixed += cost;
    else open.push(cost);
  }
  return open.length === 0 ? fixed : (request) => open.reduce((total, cost) => total + cost(request), fixed);
}

function times(rows: Cost, inside: Cost): Cost {
  if (typeof rows === 'number' && typeof inside === 'number') return rows * inside;
  return (request) => evaluate(rows, request) * evaluate(inside, request);
}

// Thirty fragments, each spread twice in the next, would otherwise be reckoned a billion times.
function remembered(cost: Cost): Cost {
  if (typeof cost === 'number') return cost;
  let last: { request: CostRequest; value: number } | undefined;
  return (request) => {
    if (last?.request !== request) last = { request, value: cost(request) };
    return last.value;
  };
}
