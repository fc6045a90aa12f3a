import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Where the pictures of a run are kept; git ignores it. */
export const pictures = fileURLToPath(new URL('../../../test-output/screenshots/', import.meta.url));

/** Keeps what a page looks like, top to bottom, as `test-output/screenshots/<name>.png`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true, animations: 'disabled' });
}
