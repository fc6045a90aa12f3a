import { useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type Emergency = { id: string; isOpen: boolean; until: string; person: { name: string | null } | null };

/** Who has taken a role in an emergency just now, beneath the role. */
export function OpenEmergencies({ emergencies }: { emergencies: readonly Emergency[] }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  return emergencies
    .filter(({ isOpen }) => isOpen)
    .map(({ id, until, person }) => (
      <div key={id} className="meta">
        <Link className="link" to={`/emergencies/${id}`}>
          {t('emergency.takenBy', { name: person?.name ?? t('lending.somebody'), time: time(until) })}
        </Link>
      </div>
    ));
}
