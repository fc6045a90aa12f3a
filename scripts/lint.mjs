// npm run lint: everything that reads the code without running it.
import { checkStyle, checkTypes } from './checks.mjs';
import { ensureInstalled } from './install.mjs';
import { main } from './steps.mjs';

await main(async () => {
  await ensureInstalled();
  await checkTypes();
  await checkStyle();
});
