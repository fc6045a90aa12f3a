import { useApolloClient } from '@apollo/client/react';
import { Icon, useFormat, useLabel, useSession } from '@weixiang/kit';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './emergencies.css';

/** Above every page, which role I have taken and until when; asks again who I am at that minute. */
export function TakenNotice() {
  const { t } = useTranslation();
  const label = useLabel();
  const client = useApolloClient();
  const { day, time } = useFormat();
  const { viewer } = useSession();
  const taken = viewer.roles.filter(({ emergency }) => emergency !== null);
  const soonest = taken.flatMap(({ takenUntil }) => takenUntil ?? []).toSorted()[0];
  useEffect(() => {
    if (soonest === undefined) return;
    const timer = setTimeout(() => void client.refetchQueries({ include: 'active' }), Math.max(new Date(soonest).getTime() - Date.now(), 0) + 1000);
    return () => clearTimeout(timer);
  }, [client, soonest]);
  return taken.map(({ emergency, takenUntil, label: role, orgUnit }) => (
    <p key={emergency} className="taken" role="status">
      <Icon name="alarm" />
      <span>
        {t('emergency.youTook', { unit: orgUnit?.name ?? '', role: label(role), day: day(takenUntil ?? ''), time: time(takenUntil ?? '') })}{' '}
        <Link className="link" to={`/emergencies/${emergency}`}>
          {t('emergency.look')}
        </Link>
      </span>
    </p>
  ));
}
