import { createClient, createI18n, liveLink, registerCatalogue, registerPlugins, tenantBase, tenantSlug, wearBrandOfLastVisit } from '@weixiang/kit';
import '@weixiang/kit/tokens.css';
import { createRoot } from 'react-dom/client';
import { Console } from './console/console.js';
import { installed } from './console/installed.js';
import { possibleTypes } from './generated/possible-types.js';

const slug = tenantSlug();
wearBrandOfLastVisit(slug);
registerCatalogue('core-console', {
  zh: () => import('./console/messages/zh.json'),
  en: () => import('./console/messages/en.json'),
});
registerPlugins(installed);

const root = document.getElementById('root');
if (!root) throw new Error('console.html has no #root');

const i18n = await createI18n(['core-console']);
const client = createClient(tenantBase(), {
  language: () => i18n.language,
  possibleTypes,
  live: liveLink,
  lists: ['agreements', 'activities', 'evaluationRounds', ...installed.flatMap(({ lists = [] }) => lists)],
});
createRoot(root).render(<Console client={client} i18n={i18n} base={tenantBase()} />);
