import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const call = /graphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`,?\s*\)/g;
const origin = /import\s*\{[^}]*\bgraphql\b[^}]*\}\s*from\s*'([^']*generated\/index(?:\.js)?)'/;
const operation = /^\s*(?:query|mutation|subscription|fragment)\s+(\w+)/;

/**
 * Puts each precompiled document where it is used, so that a lazy page carries its own and the first load none of it.
 * The client preset's lookup table holds every document of a bundle and cannot be shaken.
 */
export function inlineDocuments(): Plugin {
  return {
    name: 'weixiang:inline-documents',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const from = origin.exec(code)?.[1];
      if (!from) return null;
      const compiled = readFileSync(resolve(dirname(id), dirname(from), 'graphql.ts'), 'utf8');
      return { code: code.replace(call, (_, source: string) => compiledFrom(compiled, source, id)), map: null };
    },
  };
}

function compiledFrom(compiled: string, source: string, file: string): string {
  const isFragment = /^\s*fragment/.test(source);
  const name = operation.exec(source)?.[1];
  const constant = `${name}${isFragment ? 'FragmentDoc' : 'Document'}`;
  const found = new RegExp(`export const ${constant} = (.*) as unknown as `).exec(compiled)?.[1];
  if (!name || !found) throw new Error(`${file}: ${constant} is not among the generated documents; run the codegen`);
  return `(${found})`;
}
