import type { SpreadsheetPackage } from './package.js';
import { parseWholeXml } from './xml.js';

// ECMA-376, 18.8.30: built-in formats that show a day; 27–36 and 50–58 are those of Chinese, Japanese and Korean Excel.
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58;

/**
 * Whether a number format shows a day: it has a year, a month beside a year or day, or a day; a time alone does not.
 * @example showsDay('yyyy"年"m"月"d"日"') // true; showsDay('[h]:mm:ss') // false; showsDay('#,##0.00"d"') // false
 */
export function showsDay(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';', 1)[0] ?? '';
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

/** The cell styles (their index in the sheet) that show a day. */
export async function readDateStyles(pack: SpreadsheetPackage, part: string | null): Promise<ReadonlySet<number>> {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let isInCellFormats = false;
  if (part === null) return new Set();
  await parseWholeXml(pack.read(part), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'cellXfs') isInCellFormats = true;
      if (name === 'numFmt' && formatCode !== undefined) formats.set(Number(numFmtId), formatCode);
      if (name === 'xf' && isInCellFormats) styles.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  const isDate = (id: number): boolean => {
    const format = formats.get(id);
    return format === undefined ? isBuiltInDate(id) : showsDay(format);
  };
  return new Set(styles.flatMap((id, style) => (isDate(id) ? [style] : [])));
}
