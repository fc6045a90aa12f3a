// PostgreSQL holds no NUL, and no person means the other control characters; tab and line feed stay.
// oxlint-disable-next-line no-control-regex -- these are the very characters to take out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f\ufeff\u200b]/g;

/**
 * A cell's text as a person would read it: Excel's `_x000D_` escapes undone, line ends as `\n`, invisible characters and
 * outer white space gone; null when nothing is left.
 * @example cleanText('  盼有课后托管_x000D_\n') // '盼有课后托管'
 */
export function cleanText(text: string): string | null {
  const clean = text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .toWellFormed()
    .trim();
  return clean === '' ? null : clean;
}
