import type { Measured } from './measured.js';

const box = { left: 64, right: 330, top: 24, bottom: 46, width: 860, height: 420 };
const colours = ['#a62b23', '#c7772e', '#8a7a1f', '#3f7d4e', '#2f7f86', '#2b5ea6', '#6a4ba3', '#9c3f78', '#5b5b5b', '#000000', '#9aa0a6'];

/** The figures as a drawing: both axes by powers of ten, so that what grows with the data climbs and what does not lies flat. */
export function plotOf(measured: readonly Measured[]): string {
  const sizes = [...new Set(measured.map(({ size }) => size))].toSorted((a, b) => a - b);
  const labels = [...new Set(measured.map(({ label }) => label))];
  const [first = 1, last = 10] = [sizes.at(0), sizes.at(-1)];
  const highest = Math.max(2, Math.ceil(Math.log10(Math.max(...measured.map(({ ms }) => ms)))));
  const decades = Array.from({ length: highest + 1 }, (_, power) => power);
  const x = (size: number): number => box.left + ((Math.log10(size) - Math.log10(first)) / Math.max(1, Math.log10(last) - Math.log10(first))) * (box.width - box.left - box.right);
  const y = (ms: number): number => box.height - box.bottom - (Math.log10(Math.max(1, ms)) / highest) * (box.height - box.top - box.bottom);
  const lines = labels.map((label, at) => {
    const points = measured.filter((one) => one.label === label).toSorted((a, b) => a.size - b.size);
    const colour = colours[at % colours.length];
    const path = points.map(({ size, ms }, nth) => `${nth === 0 ? 'M' : 'L'}${x(size).toFixed(1)} ${y(ms).toFixed(1)}`).join(' ');
    const dots = points.map(({ size, ms }) => `<circle cx="${x(size).toFixed(1)}" cy="${y(ms).toFixed(1)}" r="3" fill="${colour}"/>`).join('');
    const key = box.top + 14 + at * 24;
    const legend = `<line x1="${box.width - box.right + 24}" x2="${box.width - box.right + 48}" y1="${key}" y2="${key}" stroke="${colour}" stroke-width="2"/><text x="${box.width - box.right + 56}" y="${key + 4}">${label}</text>`;
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}${legend}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box.width} ${box.height}" font-family="system-ui, sans-serif" font-size="12" fill="#333" role="img" aria-label="Milliseconds of each operation by the number of wishes">
<rect width="${box.width}" height="${box.height}" fill="#fff"/>
${decades.map((power) => `<line x1="${box.left}" x2="${box.width - box.right}" y1="${y(10 ** power)}" y2="${y(10 ** power)}" stroke="#ddd"/><text x="${box.left - 8}" y="${y(10 ** power) + 4}" text-anchor="end">${power < 3 ? `${10 ** power} ms` : `${10 ** (power - 3)} s`}</text>`).join('\n')}
${sizes.map((size) => `<line x1="${x(size)}" x2="${x(size)}" y1="${box.top}" y2="${box.height - box.bottom}" stroke="#eee"/><text x="${x(size)}" y="${box.height - box.bottom + 20}" text-anchor="middle">10${superscript(Math.log10(size))}</text>`).join('\n')}
<text x="${(box.left + box.width - box.right) / 2}" y="${box.height - 6}" text-anchor="middle">wishes of the tenant</text>
${lines.join('\n')}
</svg>
`;
}

function superscript(power: number): string {
  return [...String(Math.round(power))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '').join('');
}
