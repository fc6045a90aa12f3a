import { createClient, createI18n, SessionProvider, tenantSlug, useSession } from '@weixiang/kit';
import '@weixiang/kit/tokens.css';
import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';

const root = document.getElementById('root');
if (!root) throw new Error('console.html has no #root');

const i18n = await createI18n([]);
const client = createClient(tenantSlug(), { language: () => i18n.language });

function House() {
  return <main>{useSession().tenant.brandName}</main>;
}

createRoot(root).render(
  <I18nextProvider i18n={i18n}>
    <ApolloProvider client={client}>
      <SessionProvider waiting={null}>
        <House />
      </SessionProvider>
    </ApolloProvider>
  </I18nextProvider>,
);
