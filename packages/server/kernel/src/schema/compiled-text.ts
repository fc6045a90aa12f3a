import type { FormattedExecutionResult } from 'graphql';

const text = Symbol('JSON text');

/** JSON text of an answer's `data`, carried through Apollo without being parsed. */
export interface CompiledText {
  [text]: string;
}

/** Wraps the text that the selection compiler answered with. `{ data: compiledText('{"wish":null}') }` */
export function compiledText(json: string): CompiledText & Record<string, unknown> {
  return { [text]: json };
}

/** Writes an answer as JSON; compiled text goes out as PostgreSQL wrote it. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { data } = result;
  if (!isCompiled(data)) return JSON.stringify(result);
  const extensions = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : '';
  return `{"data":${data[text]}${extensions}}`;
}

function isCompiled(data: object | null | undefined): data is CompiledText {
  return data != null && text in data;
}
