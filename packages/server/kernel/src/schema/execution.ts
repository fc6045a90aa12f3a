import { execute, getOperationAST, getVariableValues, type DocumentNode, type ExecutionResult, type FieldNode, type FragmentSpreadNode, type GraphQLSchema, type InlineFragmentNode, visit } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { fragmentsOf, sizeOf } from './document-size.js';

/** Larger operations would hold the process up while they are compiled (0.3 ms a selection). */
const mostSelections = 200;

/** Mistakes in variables that are told at once. */
const mostVariableErrors = 5;

/** An operation that the selection compiler left to node. */
export interface ExecutionRequest {
  document: DocumentNode;
  operationName: string | null | undefined;
  /** As the client sent them. */
  variables: Record<string, unknown>;
  /** What resolvers get. */
  context: object;
}

/** Runs operations in node: the first time by graphql-js, from the second by a function that graphql-jit compiled. */
export class Execution {
  private readonly uses = new WeakMap<DocumentNode, Map<string, CompiledQuery | 'once' | 'never'>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly hideSuggestions: boolean,
  ) {}

  async run(request: ExecutionRequest): Promise<ExecutionResult> {
    const { document, operationName, variables, context } = request;
    const { schema, hideSuggestions } = this;
    const operation = getOperationAST(document, operationName);
    // Said here and not by graphql-js, which tells fifty times of what may be fifty thousand members, each time quoting them all.
    const { errors } = operation ? getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: mostVariableErrors, hideSuggestions }) : {};
    if (errors) return { errors };
    const compiled = operation && this.compiled(document, operationName);
    if (compiled) return compiled.query(undefined, context, variables);
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context, hideSuggestions });
  }

  private compiled(document: DocumentNode, operationName: string | null | undefined): CompiledQuery | null {
    const uses = this.uses.get(document) ?? new Map<string, CompiledQuery | 'once' | 'never'>();
    this.uses.set(document, uses);
    const key = operationName ?? '';
    const known = uses.get(key);
    if (!known) uses.set(key, isWorthCompiling(document, operationName) ? 'once' : 'never');
    if (known === 'once') uses.set(key, this.compile(document, operationName));
    const now = known && uses.get(key);
    return typeof now === 'object' ? now : null;
  }

  private compile(document: DocumentNode, operationName: string | null | undefined): CompiledQuery | 'never' {
    const compiled = compileQuery(this.schema, document, operationName ?? undefined, { disablingCapturingStackErrors: true });
    return isCompiledQuery(compiled) ? compiled : 'never';
  }
}

function isWorthCompiling(document: DocumentNode, operationName: string | null | undefined): boolean {
  const operation = getOperationAST(document, operationName);
  const { selections = 0 } = operation ? sizeOf(operation, fragmentsOf(document)) : {};
  return selections > 0 && selections <= mostSelections && !hasVariableInLiteral(document) && !hasConditionalTwin(document);
}

/** `json: { day: $day }`: graphql-jit hands custom scalars such a literal without its variables' values. */
function hasVariableInLiteral(document: DocumentNode): boolean {
  let literals = 0;
  let found = false;
  const literal = { enter: () => void (literals += 1), leave: () => void (literals -= 1) };
  visit(document, {
    ObjectValue: literal,
    ListValue: literal,
    Variable: () => {
      found ||= literals > 0;
    },
  });
  return found;
}

/**
 * `{ ... @include(if: $all) { title } id title }`: graphql-jit gives a field the place of its first mention, also where a
 * directive leaves that one out. Which selections meet is not looked into: a name that is there once has no twin.
 */
function hasConditionalTwin(document: DocumentNode): boolean {
  const mentions = new Map<string, number>();
  const conditional = new Set<string>();
  let conditions = 0;
  let isSpread = false;
  visit(document, {
    InlineFragment: { enter: (node) => void (conditions += Number(isConditional(node))), leave: (node) => void (conditions -= Number(isConditional(node))) },
    FragmentSpread: (node) => {
      isSpread ||= conditions > 0 || isConditional(node);
    },
    Field: (node) => {
      const key = node.alias?.value ?? node.name.value;
      mentions.set(key, (mentions.get(key) ?? 0) + 1);
      if (conditions > 0 || isConditional(node)) conditional.add(key);
    },
  });
  return isSpread || [...conditional].some((key) => (mentions.get(key) ?? 0) > 1);
}

function isConditional({ directives = [] }: FieldNode | FragmentSpreadNode | InlineFragmentNode): boolean {
  return directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
}
