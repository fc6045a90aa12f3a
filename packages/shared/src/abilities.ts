import { buildMongoQueryMatcher, type ConditionsMatcher } from '@casl/ability';
import { FieldCondition } from '@ucast/core';

/**
 * Rules travel to the console as they are, so both sides match them with the same function.
 * Beside CASL's own operators there is `$within`: the value, a unit's path, lies in one of the given subtrees.
 */
const $within = {
  type: 'field' as const,
  parse: (_instruction: unknown, value: unknown, context: { field: string }) => new FieldCondition('within', context.field, value),
};

interface MatchContext {
  get(object: object, field: string): unknown;
}

function within(condition: FieldCondition<readonly string[]>, object: object, { get }: MatchContext): boolean {
  const path = get(object, condition.field);
  return typeof path === 'string' && condition.value.some((outer) => path === outer || path.startsWith(`${outer}.`));
}

/** A related record stands for its id, as its column does in SQL: `{ wisher: '0192…' }`. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}

function compare(left: string | number, right: string | number): number {
  const [a, b] = [plain(left), plain(right)] as [string, string]; // compared as JavaScript does, whatever they are
  if (a === b) return 0;
  return a > b ? 1 : -1;
}

/** Compiles a rule's conditions into a predicate over records. `matchConditions({ orgPath: { $within: ['a.b'] } })` */
export const matchConditions = buildMongoQueryMatcher({ $within } as never, { within } as never, { compare } as never) as ConditionsMatcher<Record<string, unknown>>; // CASL types its own operators only

/** The paths of a `$within` condition, or undefined for any other value. `withinAny({ $within: ['a'] }) // ['a']` */
export function withinAny(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null || !('$within' in value)) return undefined;
  return Array.isArray(value.$within) ? value.$within : undefined;
}
