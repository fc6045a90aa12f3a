import { ButtonLink, ExportButton, FilterSearch, PageHead, useUrlFilters } from '@weixiang/kit/console';
import { Empty, useHolds } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useWhere } from '../shell/where.js';
import { FoundUnits } from './found-units.js';
import { UnitDetail } from './unit-detail.js';
import { UnitTree } from './unit-tree.js';
import './units.css';

/** The tenant's tree, level by level or by searching a name, and the chosen unit with its people. */
export default function UnitsPage() {
  const { t } = useTranslation();
  const { place } = useWhere();
  const { id: named } = useParams();
  const id = named ?? place?.id;
  const navigate = useNavigate();
  const holds = useHolds();
  const [{ search }, setFilter] = useUrlFilters({ search: '' });
  const choose = (unit: string) => void navigate({ pathname: `/units/${unit}`, search: location.search });
  return (
    <>
      <PageHead
        title={t('nav.units')}
        meta={t('units.meta')}
        actions={
          <>
            <ExportButton ledger="org-units" filter={{ within: place?.id }} />
            {holds('emergency.read') && <ButtonLink to="/emergencies">{t('emergency.title')}</ButtonLink>}
            {holds('person.read') && <ButtonLink to="/people">{t('nav.people')}</ButtonLink>}
          </>
        }
      />
      <div className={named ? 'units has-unit' : 'units'}>
        <div className="branch">
          <FilterSearch label={t('units.search')} value={search} onSearch={(words) => setFilter({ search: words })} />
          {search ? <FoundUnits search={search} chosen={id} onChoose={choose} /> : <UnitTree chosen={id} onChoose={choose} />}
        </div>
        {id ? <UnitDetail key={id} id={id} /> : <Empty>{t('units.choose')}</Empty>}
      </div>
    </>
  );
}
