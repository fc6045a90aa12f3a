import { languages, speak, tenantBase, useLabel, useSession, useSignOut } from '@weixiang/kit';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWhere } from './where.js';

/** Who I am here, in which language I read, and the way out. */
export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const { viewer } = useSession();
  const { place } = useWhere();
  const signOut = useSignOut();
  const name = viewer.person?.name ?? '';
  const roles = place?.roles.map(label).join('、');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [i18n.language],
        items: [
          ...languages.map((language) => ({
            key: language,
            label: t(`kit:language.${language}`),
            onClick: () => void speak(i18n, language),
          })),
          { type: 'divider' },
          { key: 'account', label: <Link to="/account">{t('account.title')}</Link> },
          { key: 'portal', label: <a href={`${tenantBase()}/`}>{t('nav.portal')}</a> },
          { key: 'out', label: t('nav.signOut'), onClick: () => void signOut() },
        ],
      }}
    >
      <button type="button" className="me">
        <span className="face" aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <span>{name}</span>
        {roles && <span className="meta">{roles}</span>}
      </button>
    </Dropdown>
  );
}
