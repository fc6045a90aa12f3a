// npm run guides: goes through the guides in a browser and writes them, with their pictures, to docs/guides.
import { ensureServerBuilt, ensureWebBuilt, tool } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { inRoot } from './files.mjs';
import { ensureInstalled, node } from './install.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { main, run, toolEnvironment } from './steps.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureServerBuilt();
  await ensureWebBuilt();
  const chromium = await ensureChromium();
  rmSync(inRoot('docs/guides/images'), { recursive: true, force: true });
  mkdirSync(inRoot('docs/guides/images'), { recursive: true });
  const env = { ...toolEnvironment, NODE_ENV: 'test', WEIXIANG_CHROMIUM: chromium, WEIXIANG_BUILT: '1', WEIXIANG_GUIDES: 'write' };
  console.log(await run(node, [tool('vitest'), 'run', '--project', 'browser', 'guides'], { env }));
});
