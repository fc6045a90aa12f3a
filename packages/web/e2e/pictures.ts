import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Where the pictures of a run are kept; git ignores it. */
export const pictures = fileURLToPath(new URL('../../../test-output/screenshots/', import.meta.url));

/** Keeps what a page looks like, top to bottom, as `test-output/screenshots/<name>.png`; its screen stays as high as it is. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // A screen as high as the page: bars that stay in sight then stand at its end and not across it.
  if (size) await page.setViewportSize({ width: size.width, height: Math.min(Math.max(height, size.height), tallest) });
  // Half the work of the page's own screenshot, for files that are a fifth larger.
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  await session.detach();
  await writeFile(`${pictures}${name}.png`, data, 'base64');
}

const tallest = 6_000;

/** One page with all pictures of the run side by side: `test-output/screenshots/index.html`. */
export function keepContactSheet(): void {
  const names = readdirSync(pictures).filter((file) => file.endsWith('.png')).sort();
  const figures = names.map((name) => `<figure><a href="${name}"><img src="${name}" loading="lazy" alt=""></a><figcaption>${name.replace('.png', '')}</figcaption></figure>`);
  writeFileSync(`${pictures}index.html`, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages</title><style>${sheetStyle}</style><body>${figures.join('\n')}</body></html>\n`);
}

const sheetStyle = 'body{display:flex;flex-wrap:wrap;gap:24px;font:14px system-ui;background:#ddd}figure{margin:0}img{height:420px;max-width:720px;object-fit:cover;object-position:top;background:#fff}';
