import { PageBar } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePlace } from './place.js';
import { UnitSearch } from './unit-search.js';

/** Chooses the community whose wishes, projects and answers are shown. */
export default function PlacePage() {
  const { t } = useTranslation('core-portal');
  const { place, choose } = usePlace();
  const navigate = useNavigate();
  return (
    <>
      <PageBar title={t('place.title')} back="/" />
      <div className="band form">
        {place ? (
          <div className="field-row">
            <span>{t('place.now')}</span>
            <div className="chosen">
              <b>{place.name}</b>
              <button type="button" className="link" onClick={() => choose(undefined)}>
                {t('place.all')}
              </button>
            </div>
          </div>
        ) : null}
        <UnitSearch
          label={t('place.which')}
          help={t('place.help')}
          isStanding
          onChoose={(chosen) => {
            choose(chosen);
            void navigate('/');
          }}
        />
      </div>
    </>
  );
}
