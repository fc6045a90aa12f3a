import { GraphQLError, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { maxPageSize } from '../entity/list.js';
import { evaluate, priceOf, type Price } from './cost.js';
import { fragmentsOf, sizeOf, type DocumentSize } from './document-size.js';

/** How much one document may ask for. */
export interface Limits {
  /** Values in the answer, by the formula of {@link priceOf}. */
  cost: number;
  /** Fields inside fields. */
  depth: number;
  aliases: number;
  directives: number;
  /** Words and signs of the document. */
  tokens: number;
  /** UTF-16 units of the document, whatever its words are. */
  length: number;
  /** Values in the variables: members, items, and what is in them. */
  values: number;
}

/** Several times what the largest page of the product asks for. */
export const defaultLimits: Limits = { cost: 100_000, depth: 12, aliases: 50, directives: 50, tokens: 1_000, length: 100_000, values: 10_000 };

/** What a document costs of what it may, as answers tell it in `extensions.cost`. */
export interface ReckonedCost {
  requested: number;
  limit: number;
}

interface Measured {
  size: DocumentSize;
  price: Price;
}

/** Looks at validated operations before they run. A document is measured once; only its variables are looked at each time. */
export class Limiter {
  private readonly measured = new WeakMap<OperationDefinitionNode, Measured>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits = defaultLimits,
  ) {}

  /**
   * The operation's cost.
   * @throws GraphQLError for HTTP 400 with the code DOCUMENT_TOO_COSTLY, DOCUMENT_TOO_DEEP, TOO_MANY_ALIASES,
   * TOO_MANY_DIRECTIVES, TOO_MANY_VALUES or PAGE_TOO_LARGE.
   */
  check(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): ReckonedCost {
    const { size, price } = this.measure(document, operation);
    const { limits } = this;
    if (hasMoreValues(variables, limits.values)) throw tooLarge('TOO_MANY_VALUES', `The variables hold more than ${limits.values} values.`);
    if (size.depth > limits.depth) throw tooLarge('DOCUMENT_TOO_DEEP', `The document is ${size.depth} fields deep; ${limits.depth} are allowed.`);
    if (size.aliases > limits.aliases) throw tooLarge('TOO_MANY_ALIASES', `The document has ${size.aliases} aliases; ${limits.aliases} are allowed.`);
    if (size.directives > limits.directives) {
      throw tooLarge('TOO_MANY_DIRECTIVES', `The document has ${size.directives} directives; ${limits.directives} are allowed.`);
    }
    const pages = [...price.pages];
    const requested = evaluate(price.cost, { variables, pages });
    if (pages.some((rows) => rows < 1 || rows > maxPageSize)) throw tooLarge('PAGE_TOO_LARGE', `\`first\` must be from 1 to ${maxPageSize}.`);
    const cost = { requested, limit: limits.cost };
    if (requested > limits.cost) {
      throw tooLarge('DOCUMENT_TOO_COSTLY', `The document may answer with ${requested} values; ${limits.cost} are allowed. Ask for shorter pages.`, { cost });
    }
    return cost;
  }

  private measure(document: DocumentNode, operation: OperationDefinitionNode): Measured {
    const known = this.measured.get(operation);
    if (known) return known;
    const fragments = fragmentsOf(document);
    const measured = { size: sizeOf(operation, fragments), price: priceOf(this.schema, operation, fragments) };
    this.measured.set(operation, measured);
    return measured;
  }
}

/** Whether there is more in a value of JSON than so many values; looks at no more than that, however deep it goes. */
function hasMoreValues(value: object, limit: number): boolean {
  const open: object[] = [value];
  let values = 0;
  for (let inside = open.pop(); inside; inside = open.pop()) {
    for (const member of Object.values(inside)) {
      values += 1;
      if (values > limit) return true;
      if (typeof member === 'object' && member !== null) open.push(member);
    }
  }
  return false;
}

/** Whether a parser's error says that the document has too many tokens, and not that it is badly written. */
export function isTooLong(message: string): boolean {
  return /(Document|Source) contains more tha[tn] /.test(message);
}

function tooLarge(code: string, message: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code, http: { status: 400 } } });
}
