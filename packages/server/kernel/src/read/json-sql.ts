/** A piece of text in the making: known now, or an SQL expression. */
export type Part = { literal: string } | { sql: string };

/**
 * JSON text in the making. Never null: its parts, one after the other. Nullable: one SQL expression of type text
 * whose null stands for JSON's null.
 */
export type Json = { nullable: false; parts: readonly Part[] } | { nullable: true; sql: string };

/** Text that is known now: `literal('[]')`. */
export const literal = (text: string): Json => ({ nullable: false, parts: [{ literal: text }] });
/** An SQL expression whose output is JSON and never null. */
export const expression = (sql: string): Json => ({ nullable: false, parts: [{ sql }] });
/** An SQL expression of type text; null when there is nothing. */
export const nullable = (sql: string): Json => ({ nullable: true, sql });
/** JSON's null. */
export const nothing: Json = literal('null');

/** Several after each other. */
export function chain(...jsons: readonly Json[]): Json {
  return { nullable: false, parts: jsons.flatMap((json) => partsOf(json)) };
}

/**
 * An object with these members, in this order.
 * @example textSql(object([['id', expression('w.version')]])) // `concat('{"id":', w.version, '}')`
 */
export function object(members: readonly (readonly [key: string, value: Json])[]): Json {
  return chain(literal('{'), ...memberList(members), literal('}'));
}

/** Members of an object without its braces, for objects that are put together from several lists. */
export function memberList(members: readonly (readonly [key: string, value: Json])[]): Json[] {
  return members.flatMap(([key, value], at) => [literal(`${at === 0 ? '' : ','}"${key}":`), value]);
}

/** What to write in place of a null. */
export function orElse(json: Json, text: string): Json {
  if (isNothing(json)) return literal(text);
  return json.nullable ? expression(`coalesce(${json.sql}, ${quote(text)})`) : json;
}

/** The whole as one SQL expression of type text, `null` written out. */
export function textSql(json: Json): string {
  return concatSql(merged(partsOf(json)));
}

/** The whole as one SQL expression of type text that is null where the JSON is null. */
export function nullableSql(json: Json): string {
  if (json.nullable) return json.sql;
  return isNothing(json) ? 'null::text' : textSql(json);
}

/** Whether this is JSON's null whatever the row. */
export function isNothing(json: Json): boolean {
  return knownText(json) === 'null';
}

/** The text when it is known now, else undefined. */
export function knownText(json: Json): string | undefined {
  if (json.nullable) return undefined;
  const [first, ...rest] = merged(json.parts);
  return first && 'literal' in first && rest.length === 0 ? first.literal : undefined;
}

/** An SQL string constant. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function partsOf(json: Json): readonly Part[] {
  return json.nullable ? [{ sql: `coalesce(${json.sql}, 'null')` }] : json.parts;
}

function merged(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last && 'literal' in last && 'literal' in part) out[out.length - 1] = { literal: last.literal + part.literal };
    else out.push(part);
  }
  return out;
}

// PostgreSQL takes 100 arguments to a function.
const mostArguments = 90;

function concatSql(parts: readonly Part[]): string {
  const [only, ...others] = parts;
  if (!only) return `''`;
  if (others.length === 0 && 'literal' in only) return quote(only.literal);
  const rendered = parts.map((part) => ('sql' in part ? part.sql : quote(part.literal)));
  const chunks: string[] = [];
  for (let at = 0; at < rendered.length; at += mostArguments) chunks.push(`concat(${rendered.slice(at, at + mostArguments).join(', ')})`);
  return chunks.length === 1 ? (chunks[0] ?? '') : `concat(${chunks.join(', ')})`;
}
