/** A table in Markdown; cells may hold nothing that ends a cell. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** First lines of a generated file. */
export const generatedNote = '<!-- Printed by `npm run schema`; do not edit. -->';
