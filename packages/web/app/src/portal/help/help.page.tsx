import { Thread, useSession } from '@weixiang/kit';
import { Band, PageBar } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import '@weixiang/kit/portal/prose.css';

const ways = ['grid', 'wall', 'box', 'group', 'visit'] as const;

/** For those who would rather have somebody write it down, and what happens to a wish afterwards. */
export default function HelpPage() {
  const { t } = useTranslation('core-portal');
  const { tenant } = useSession();
  return (
    <>
      <PageBar title={t('help.title')} back="/" />
      <Band title={t('help.recorded')} className="prose">
        <p>{t('help.recordedHow')}</p>
        <ul className="ways">
          {ways.map((way) => (
            <li key={way}>
              <b>{t(`help.way.${way}.name`)}</b>
              {t(`help.way.${way}.how`)}
            </li>
          ))}
        </ul>
      </Band>
      <Band title={t('home.steps.title')}>
        <Thread />
      </Band>
      <Band title={t('help.promise')} className="prose">
        <ul className="ways">
          <li>{t('help.promised.answer', { count: tenant.answerWithinWorkingDays })}</li>
          <li>{t('help.promised.escalate')}</li>
          <li>{t('help.promised.reason')}</li>
          <li>{t('help.promised.name')}</li>
        </ul>
      </Band>
    </>
  );
}
