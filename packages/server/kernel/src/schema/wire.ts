import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isObjectType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { TenantRecord, type RecordClass } from '../entity/record.js';
import { registry } from '../entity/registry.js';
import type { RequestContext } from '../request/context.js';
import { RecordRef } from '../write/write.js';

const typename = '__typename';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;
type ContextField = GraphQLField<unknown, RequestContext>;

/**
 * Gives a built schema the resolvers of the two worlds that meet in it. What the selection compiler answered is plain
 * JSON keyed by response key, told by its `__typename`; everything else is what the features' resolvers returned, and
 * a record in it is read back by the compiler for whatever the client selects.
 *
 * @param compiledRoots Names of the root fields that the compiler answers.
 */
export function wire(schema: GraphQLSchema, compiledRoots: ReadonlySet<string>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = typenameOf;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isQuery = type === schema.getQueryType();
    const isRoot = isQuery || type === schema.getMutationType() || type === schema.getSubscriptionType();
    for (const field of Object.values<ContextField>(type.getFields())) {
      if (isQuery && compiledRoots.has(field.name)) field.resolve = readRoot;
      else field.resolve = isRoot ? readingRecords(field) : compiledOr(field, readingRecords(field));
    }
  }
}

const readRoot: Resolve = (_source, _args, context, info) => context.reads.field(info);

function typenameOf(value: unknown): string | undefined {
  return isCompiled(value) ? value[typename] : undefined;
}

function isCompiled(source: unknown): source is Record<string, unknown> & { [typename]: string } {
  return typeof source === 'object' && source !== null && typeof Reflect.get(source, typename) === 'string';
}

/** A compiled object holds the answer under the response key; a computed field's, and any other object, goes the way that its decorator said. */
function compiledOr(field: ContextField, otherwise: Resolve): Resolve {
  const type = getNamedType(field.type);
  const revive = isEnumType(type) ? enumReviver(type) : null;
  return (source, args, context, info) => {
    const key = String(info.path.key);
    if (!isCompiled(source) || !Object.hasOwn(source, key)) return otherwise(source, args, context, info);
    const value = source[key];
    return revive ? revive(value) : value;
  };
}

/** Names of enum values as the compiler writes them → values as graphql-js wants them; null when they are the same. */
function enumReviver(type: GraphQLEnumType): ((value: unknown) => unknown) | null {
  const values = new Map<unknown, unknown>(type.getValues().map(({ name, value }) => [name, value]));
  if ([...values].every(([name, value]) => name === value)) return null;
  const revive = (value: unknown): unknown => (Array.isArray(value) ? value.map(revive) : values.get(value) ?? value);
  return revive;
}

/** What the resolver returns, with records (or references to them) read back through the compiler. */
function readingRecords(field: ContextField): Resolve {
  const resolve: Resolve = field.resolve ?? ((source) => (source instanceof Object ? Reflect.get(source, field.name) : undefined));
  if (isLeafType(getNamedType(field.type))) return resolve;
  return (source, args, context, info) => {
    const read = (value: unknown): unknown => {
      const from = recordsIn(value);
      return from ? context.reads.field(info, from) : value;
    };
    const value: unknown = resolve(source, args, context, info);
    return value instanceof Promise ? value.then(read) : read(value);
  };
}

function recordsIn(value: unknown): RecordRef | RecordRef[] | null {
  if (!Array.isArray(value)) return refOf(value);
  const refs = value.map(refOf).filter((ref) => ref !== null);
  return refs.length > 0 && refs.length === value.length ? refs : null;
}

function refOf(value: unknown): RecordRef | null {
  if (value instanceof RecordRef) return value;
  if (!(value instanceof TenantRecord)) return null;
  const made = value.constructor as unknown as RecordClass; // an object's constructor is its class
  const table = registry.tableOf(made);
  return table ? new RecordRef(table.subject, value.id) : null;
}
