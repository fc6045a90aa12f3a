import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { standingOf } from '../format/dates.rules.js';
import { useSession } from '../session/session.js';

/** A deadline, words before colour: “逾期 1 天”, “今天 18:00”, “明天”, “5月21日”. `<Due at={wish.answerDueAt} />` */
export function Due({ at }: { at: string }) {
  const { t } = useTranslation('kit');
  const { tenant } = useSession();
  const format = useFormat();
  const { isLate, days } = standingOf(at, tenant, new Date());
  if (isLate) return <span className="due is-late">{format.lateBy(days)}</span>;
  if (days === 0) return <span className="due is-soon">{`${t('date.today')} ${format.time(at)}`}</span>;
  return <span className="due">{days === 1 ? t('date.tomorrow') : format.day(at)}</span>;
}
