import { dotted, Icon, Slot, useEnabledPlugins, useLabel, useSession, useSignOut } from '@weixiang/kit';
import { Band, PageBar, Row, SignInFirst, forgetDrafts } from '@weixiang/kit/portal';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePlace } from '../place/place.js';
import { LanguageChoice } from './language-choice.js';
import { TypeChoice } from './type-choice.js';

const NewsMark = lazy(() => import('../news/news-mark.js'));

/** What is mine: my wishes, what plugins keep for me, my place, my language, my account. */
export default function MePage() {
  const { t } = useTranslation('core-portal');
  const { isSignedIn } = useSession();
  const { place } = usePlace();
  return (
    <>
      <PageBar title={t('tab.me')} />
      {isSignedIn ? (
        <WhoIAm />
      ) : (
        <div className="band">
          <SignInFirst>{t('me.signIn')}</SignInFirst>
        </div>
      )}
      <Band title={t('me.mine')}>
        <Row to="/me/wishes" name={t('myWishes.title')} />
        {isSignedIn ? <Row to="/me/messages" name={t('messages.title')} standing={<News />} /> : null}
        <PluginEntries />
        <Row to="/place" name={t('me.place')} about={place?.name ?? t('place.everywhere')} />
        {isSignedIn ? <Row to="/me/security" name={t('security.title')} /> : null}
        <Row to="/help" name={t('help.title')} />
      </Band>
      <Slot name="me.page" with={{}} />
      <Band title={t('me.language')}>
        <LanguageChoice />
      </Band>
      <Band title={t('me.type')}>
        <TypeChoice />
      </Band>
      {isSignedIn ? <SignOut /> : null}
    </>
  );
}

function News() {
  return (
    <Suspense fallback={null}>
      <NewsMark />
    </Suspense>
  );
}

function WhoIAm() {
  const labelOf = useLabel();
  const { viewer } = useSession();
  return (
    <section className="band who" aria-label={viewer.person?.name ?? undefined}>
      <span className="face" aria-hidden="true">
        <Icon name="account" />
      </span>
      <div>
        <b>{viewer.person?.name}</b>
        {viewer.roles.map((role) => (
          <span key={role.id} className="meta">
            {dotted(role.orgUnit?.name, labelOf(role.label))}
          </span>
        ))}
      </div>
    </section>
  );
}

function PluginEntries() {
  const plugins = useEnabledPlugins();
  return plugins.flatMap(({ name, menu = [] }) =>
    menu.map(({ to, label }) => <PluginEntry key={to} plugin={name} to={to} label={label} />),
  );
}

function PluginEntry({ plugin, to, label }: { plugin: string; to: string; label: string }) {
  const { t } = useTranslation(plugin);
  return <Row to={to} name={t(label)} />;
}

function SignOut() {
  const { t } = useTranslation('core-portal');
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <div className="band">
      <button
        type="button"
        className="btn is-quiet"
        onClick={() => {
          forgetDrafts();
          void signOut().then(() => navigate('/'));
        }}
      >
        {t('account.signOut')}
      </button>
      <p className="meta">{t('account.signOutHelp')}</p>
    </div>
  );
}
