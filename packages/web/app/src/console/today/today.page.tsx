import { Empty, Slot, tenantBase, useFormat, useHolds, useLabel, useSession } from '@weixiang/kit';
import { ButtonLink, PageHead, Section, useKeys } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useWhere } from '../shell/where.js';
import { AgendaSection } from './agenda-section.js';
import { MyProjects } from './my-projects.js';
import { RecentImports } from './recent-imports.js';
import { ThisWeek } from './this-week.js';
import { UnitsCompared } from './units-compared.js';
import { WhatIsWanted } from './what-is-wanted.js';
import { WishesOfToday } from './wishes-of-today.js';
import './today.css';

/**
 * Questions that the day begins with: what waits on me, where wishes stall, what residents ask for, who falls behind, what
 * is on this week. Each role sees its own part.
 */
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
  const speaks = viewer.roles.some(({ partner }) => partner);
  const seesWork = holds('wish.read') || holds('project.read') || speaks;
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
      <div className="home">
        <div className="home-main">
          {seesWork && <AgendaSection />}
          {holds('wish.read') && <WishesOfToday />}
          {!holds('wish.read') && (holds('project.read') || speaks) && <MyProjects />}
        </div>
        <div className="home-side">
          {holds('report.read') && holds('wish.read') && <WhatIsWanted />}
          {holds('report.read') && <UnitsCompared />}
          {seesImports && (
            <Section
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
        {!seesWork && (
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
      </div>
      {holds('project.read') && <ThisWeek />}
      <Slot name="home.page" with={{}} />
    </>
  );
}
