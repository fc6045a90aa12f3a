import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { AbilitiesOfViewer, Installed, Loading, SessionProvider, useSession } from '@weixiang/kit';
import { ConsoleFrame } from '@weixiang/kit/console';
import '@weixiang/kit/console.css';
import type { i18n } from 'i18next';
import { lazy, Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { installed } from './installed.js';
import { ConsolePages } from './pages.js';
import { WhereProvider } from './shell/where.js';

const SignInPage = lazy(() => import('./sign-in/sign-in.page.js'));

/** The staff's console of one tenant, below its `base`. */
export function Console({ client, i18n, base }: { client: ApolloClient; i18n: i18n; base: string }) {
  return (
    <I18nextProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <BrowserRouter basename={`${base}/console`}>
          <SessionProvider waiting={<Loading lines={[48]} />}>
            <Installed plugins={installed}>
              <AbilitiesOfViewer>
                <ConsoleFrame>
                  <SignedInOnly />
                </ConsoleFrame>
              </AbilitiesOfViewer>
            </Installed>
          </SessionProvider>
        </BrowserRouter>
      </ApolloProvider>
    </I18nextProvider>
  );
}

function SignedInOnly() {
  const { isSignedIn } = useSession();
  if (!isSignedIn) {
    return (
      <Suspense fallback={null}>
        <SignInPage />
      </Suspense>
    );
  }
  return (
    <WhereProvider>
      <ConsolePages />
    </WhereProvider>
  );
}
