import { createClient, createI18n, registerCatalogue, registerPlugins, tenantBase, tenantSlug, wearBrandOfLastVisit, wearTypeOfLastVisit } from '@weixiang/kit';
import '@weixiang/kit/tokens.css';
import { createRoot } from 'react-dom/client';
import { possibleTypes } from './generated/possible-types.js';
import { installed } from './portal/installed.js';
import { Portal } from './portal/portal.js';
import '@weixiang/kit/portal/base.css';
import '@weixiang/kit/portal/frame.css';
import '@weixiang/kit/portal/large-type.css';
import '@weixiang/kit/portal/print.css';
import './portal/styles/home.css';
import '@weixiang/kit/portal/rows.css';
import '@weixiang/kit/portal/states.css';
import './portal/styles/wish.css';

const slug = tenantSlug();
wearBrandOfLastVisit(slug);
wearTypeOfLastVisit();
registerCatalogue('core-portal', {
  zh: () => import('./portal/messages/zh.json'),
  en: () => import('./portal/messages/en.json'),
});
registerPlugins(installed);

const root = document.getElementById('root');
if (!root) throw new Error('portal.html has no #root');

const i18n = await createI18n(['core-portal']);
const client = createClient(tenantBase(), {
  language: () => i18n.language,
  possibleTypes,
  lists: installed.flatMap(({ lists = [] }) => lists),
});
createRoot(root).render(<Portal client={client} i18n={i18n} base={tenantBase()} />);
