import type { Page } from 'playwright-core';

/** Values by their names, as the report prints them. */
export type Figures = Record<string, number>;

/** The figures that count, of the year so far, read off the report's page; a share moves by what everybody else did. */
export async function figuresOfThisYear(page: Page): Promise<Figures> {
  await page.getByRole('link', { name: '成效报告' }).click();
  await page.reload();
  const table = page.getByRole('main').getByRole('table');
  await table.waitFor();
  const rows = await table.getByRole('row').filter({ has: page.getByRole('cell') }).all();
  const figures: Figures = {};
  for (const row of rows) {
    const [name = '', value = '', unit = ''] = await row.getByRole('cell').allInnerTexts();
    if (unit.trim() !== '%') figures[name] = Number(value.replaceAll(',', ''));
  }
  return figures;
}

/** By how much each figure moved; what stayed is left out, and what was not there before was nothing. */
export function moved(before: Figures, after: Figures): Figures {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changes = names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}
