import { Empty, Slot, tenantBase, useFormat, useHolds, useLabel, useSession } from '@weixiang/kit';
import { ButtonLink, PageHead, Section, useKeys } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useWhere } from '../shell/where.js';
import { MyProjects } from './my-projects.js';
import { RecentImports } from './recent-imports.js';
import { WishesOfToday } from './wishes-of-today.js';
import './today.css';

/** What waits on me, by deadline; then how far this quarter's wishes have come. Each role sees its own part of it. */
export default function TodayPage() {
  const { t } = useTranslation();
  const label = useLabel();
  const navigate = useNavigate();
  const { day, weekday } = useFormat();
  const { viewer } = useSession();
  const { place } = useWhere();
  const holds = useHolds();
  const mayRecord = holds('wish.record');
  const seesImports = holds('import.read') || holds('ledger.import');
  useKeys(mayRecord ? { n: () => void navigate('/wishes/new') } : {});
  return (
    <>
      <PageHead
        title={t('today.title', { day: day(viewer.today), weekday: weekday(viewer.today) })}
        meta={[place?.name, place?.roles.map(label).join('、'), viewer.person?.name].filter(Boolean).join('·')}
        actions={
          mayRecord && (
            <ButtonLink to="/wishes/new" icon="write" shortcut="N">
              {t('record.title')}
            </ButtonLink>
          )
        }
      />
      <div className={seesImports ? 'cols home has-imports' : 'cols home'}>
        {holds('wish.read') && <WishesOfToday />}
        {!holds('wish.read') && holds('project.read') && <MyProjects />}
        {!holds('wish.read') && !holds('project.read') && (
          <Empty
            action={
              <a className="btn" href={`${tenantBase()}/`}>
                {t('nav.portal')}
              </a>
            }
          >
            {t('today.nothingHere')}
          </Empty>
        )}
        {seesImports && (
          <Section
            className="imports"
            title={t('today.imports')}
            note={
              <Link className="link" to="/imports">
                {t('today.allImports')}
              </Link>
            }
          >
            <RecentImports />
          </Section>
        )}
      </div>
      <Slot name="home.page" with={{}} />
    </>
  );
}
