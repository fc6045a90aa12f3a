import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';

const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** An instant: `Date` in node, RFC 3339 in UTC with milliseconds outside. Stands for every `Date` in decorators. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant: RFC 3339 in UTC with milliseconds, for example 2025-03-01T08:30:00.000Z. Input may carry another offset.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize(value) {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    // Compiled selections bring the text as it goes out.
    if (typeof value === 'string' && instant.test(value)) return value;
    throw new GraphQLError('DateTime cannot represent this value.');
  },
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(textOf(node)),
});

/** A calendar day: `YYYY-MM-DD` everywhere, since a day has no time zone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day without time or zone: YYYY-MM-DD, for example 2025-03-01.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: parseDay,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(textOf(node)),
});

/** Any JSON value; for what clients pass on and do not select from. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value, passed on as it is.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});

/** Whether the text is a day of the calendar. `isDay('2025-02-30') // false` */
export function isDay(text: string): boolean {
  const [, year, month, date] = day.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return false;
  const found = new Date(Date.UTC(2000, month - 1, date));
  found.setUTCFullYear(year, month - 1, date);
  return year > 0 && found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
}

function parseInstant(value: unknown): Date {
  const [, date] = typeof value === 'string' ? (instant.exec(value) ?? []) : [];
  if (typeof value !== 'string' || date === undefined || !isDay(date)) {
    throw new GraphQLError('DateTime must be written like 2025-03-01T08:30:00.000Z.');
  }
  return new Date(value);
}

function parseDay(value: unknown): string {
  if (typeof value !== 'string' || !isDay(value)) throw new GraphQLError('Date must be a day of the calendar, written like 2025-03-01.');
  return value;
}

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : undefined;
}
