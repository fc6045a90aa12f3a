import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { Installed, SessionProvider } from '@weixiang/kit';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { Arriving } from './frame/arriving.js';
import { installed } from './installed.js';
import { PortalPages } from './pages.js';

/** The residents' portal of one tenant, below its `base`. */
export function Portal({ client, i18n, base }: { client: ApolloClient; i18n: i18n; base: string }) {
  return (
    <I18nextProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <BrowserRouter basename={base || '/'}>
          <SessionProvider waiting={<Arriving />} opensOffline>
            <Installed plugins={installed}>
              <PortalPages />
            </Installed>
          </SessionProvider>
        </BrowserRouter>
      </ApolloProvider>
    </I18nextProvider>
  );
}
