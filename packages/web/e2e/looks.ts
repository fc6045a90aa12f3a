import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

declare const axe: { run: (options: object) => Promise<AxeResults> };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** By how many pixels the page is wider than the screen, and what sticks out. */
export function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5);
    return [`${scrollWidth - window.innerWidth} px too wide`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Keys and names of the code that stand where words should: `wish.state`, `importState.DONE`. */
export function unspokenOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = document.body.innerText.split(/[\s·，。、（）“”]+/);
    return [...new Set(words.filter((word) => /^([a-z]\w*\.)+[A-Za-z]\w*$/.test(word) && !word.endsWith('.xlsx')))];
  });
}

/** What axe finds serious or critical, how often, and where first. */
export async function barriersOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes.length} times: ${nodes[0]?.html.slice(0, 240)} ${nodes[0]?.failureSummary ?? ''}`);
  });
}
