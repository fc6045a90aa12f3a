// What the measuring scripts have in common: figures beside their aims, as a table or with --json, and exit code 1 when an aim is missed.

/** One figure, and what it is to be: `{ name, value, unit, most }`; a figure without `most` and `least` is only told. */
export function report(title, figures, details = {}) {
  const judged = figures.map((figure) => ({ ...figure, isMet: !(figure.value > (figure.most ?? Infinity)) && !(figure.value < (figure.least ?? -Infinity)) && !Number.isNaN(figure.value) }));
  if (process.argv.includes('--json')) console.log(JSON.stringify({ title, figures: judged, ...details }, null, 2));
  else print(title, judged);
  return judged.every(({ isMet }) => isMet) ? 0 : 1;
}

/** The value below which this share of the numbers lies: `quantile(latencies, 0.99)`. NaN of none. */
export function quantile(numbers, share) {
  const sorted = Float64Array.from(numbers).sort();
  return sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

function print(title, figures) {
  console.log(`\n${title}\n`);
  const rows = figures.map(({ name, value, unit, most, least, isMet }) => [
    most === undefined && least === undefined ? ' ' : isMet ? '✓' : '✗',
    name,
    `${round(value)} ${unit}`,
    most !== undefined ? `≤ ${round(most)} ${unit}` : least !== undefined ? `≥ ${round(least)} ${unit}` : '',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  for (const [mark, name, value, aim] of rows) console.log(`${mark.padEnd(widths[0])} ${name.padEnd(widths[1])}  ${value.padStart(widths[2])}  ${aim}`.trimEnd());
  console.log('');
}

function round(value) {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toFixed(2));
}
