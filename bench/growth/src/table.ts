import type { Measured } from './measured.js';

const rows = new Intl.NumberFormat('en');

/** The figures as a table of Markdown: an operation a line, a size a column. */
export function tableOf(measured: readonly Measured[]): string {
  const sizes = [...new Set(measured.map(({ size }) => size))].toSorted((a, b) => a - b);
  const labels = [...new Set(measured.map(({ label }) => label))];
  const cell = (label: string, size: number): string => {
    const found = measured.find((one) => one.label === label && one.size === size);
    return found ? (found.ms < 10 ? found.ms.toFixed(1) : found.ms.toFixed(0)) : '–';
  };
  return [
    `| median, ms | ${sizes.map((size) => `${rows.format(size)} wishes`).join(' | ')} |`,
    `| --- | ${sizes.map(() => '---:').join(' | ')} |`,
    ...labels.map((label) => `| ${label} | ${sizes.map((size) => cell(label, size)).join(' | ')} |`),
  ].join('\n');
}
