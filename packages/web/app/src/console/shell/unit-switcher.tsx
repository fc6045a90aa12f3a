import { Icon } from '@weixiang/kit';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWhere } from './where.js';

/** For which of my units I work just now. With one unit there is nothing to switch, so its name only stands there. */
export function UnitSwitcher() {
  const { t } = useTranslation();
  const { place, places, goTo } = useWhere();
  if (!place) return <span className="where">{t('nav.noRole')}</span>;
  if (places.length === 1) {
    return (
      <span className="where">
        <span>{place.name}</span>
      </span>
    );
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [place.id],
        items: places.map(({ id, name }) => ({ key: id, label: name })),
        onClick: ({ key }) => goTo(key),
      }}
    >
      <button type="button" className="where" aria-label={t('nav.switchUnit', { unit: place.name })}>
        <span>{place.name}</span>
        <Icon name="more" />
      </button>
    </Dropdown>
  );
}
