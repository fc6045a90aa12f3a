import { useQuery } from '@apollo/client/react';
import { Icon, useEnabledPlugins, useHolds } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { SpineCountsDocument } from './shell.documents.js';
import { spineFoot, spineSteps, type SpineEntry } from './spine.rules.js';
import { useWhere } from './where.js';

type SpineProps = { isOpen: boolean; onToggle: () => void; onLeave: () => void };

/** The four steps as navigation: only what the viewer may open. Narrow, it folds to its four numbers. */
export function Spine({ isOpen, onToggle, onLeave }: SpineProps) {
  const { t } = useTranslation();
  const holds = useHolds();
  const mayOpen = ({ needs }: Pick<SpineEntry, 'needs'>) => !needs || needs.some(holds);
  const { pathname } = useLocation();
  const menus = usePluginMenus();
  const waiting = useWaitingCount();
  return (
    <nav className="spine" aria-label={t('nav.name')} onClick={(event) => event.target instanceof HTMLAnchorElement && onLeave()}>
      <div>
        <button type="button" className="spine-toggle" aria-expanded={isOpen} aria-label={t('nav.toggle')} onClick={onToggle}>
          <Icon name={isOpen ? 'close' : 'menu'} />
        </button>
        <NavLink to="/" end className="solo">
          <Icon name="today" />
          <span>{t('nav.today')}</span>
        </NavLink>
        <ol>
          {spineSteps.map(({ step, entries }) => {
            const shown = entries.filter(mayOpen);
            const added = menus.filter((entry) => entry.step === step && mayOpen(entry));
            const isHere = [...shown, ...added].some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
            return (
              <li key={step} className={isHere ? 'is-here' : undefined}>
                <h2 onClick={isOpen ? undefined : onToggle}>
                  <i aria-hidden="true">{step}</i>
                  <span>{t(`kit:step.${step}.name`)}</span>
                </h2>
                {shown.map(({ to, label }) => (
                  <NavLink key={to} to={to}>
                    {t(label)}
                    {to === '/wishes' && waiting > 0 && (
                      <span className="count is-late" aria-label={t('nav.waiting', { count: waiting })}>
                        {waiting}
                      </span>
                    )}
                  </NavLink>
                ))}
                {added.map(({ to, words }) => (
                  <NavLink key={to} to={to}>
                    {words}
                  </NavLink>
                ))}
              </li>
            );
          })}
        </ol>
        <div className="foot">
          {spineFoot.filter(mayOpen).map(({ to, label, icon }) => (
            <NavLink key={to} to={to} className="solo">
              <Icon name={icon} />
              <span>{t(label)}</span>
            </NavLink>
          ))}
        </div>
      </div>
    </nav>
  );
}

/** The entries of enabled plugins, once their words have come: a plugin's are fetched when something first asks for them. */
function usePluginMenus() {
  const plugins = useEnabledPlugins().filter(({ menu = [] }) => menu.length > 0);
  const { t, ready } = useTranslation(
    plugins.map(({ name }) => name),
    { useSuspense: false },
  );
  if (!ready) return [];
  return plugins.flatMap(({ name, menu = [] }) =>
    menu.flatMap((entry) => ('step' in entry ? [{ step: entry.step, to: entry.to, needs: entry.needs, words: t(`${name}:${entry.label}`) }] : [])),
  );
}

/** Wishes of the viewer's unit that nobody has answered yet. */
function useWaitingCount(): number {
  const { place } = useWhere();
  const { data } = useQuery(SpineCountsDocument, {
    variables: { filter: { within: place?.id } },
    skip: !place,
    pollInterval: 60_000,
  });
  return data?.wishCounts.find(({ key }) => key === 'SUBMITTED')?.count ?? 0;
}
