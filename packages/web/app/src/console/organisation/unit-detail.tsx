import { useQuery } from '@apollo/client/react';
import { useFormat, useHolds, useLabel } from '@weixiang/kit';
import { Button, Fetched, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UnitPeople } from '../people/unit-people.js';
import { ReorganiseDialog, type Reorganising } from './reorganise-dialog.js';
import { UnitDialog, type UnitDeed } from './unit-dialog.js';
import { UnitPast } from './unit-past.js';
import { UnitDocument } from './units.documents.js';

const deeds = ['move', 'merge', 'split', 'close'] as const satisfies readonly Reorganising[];

/** One unit: what it is, who works there in which role, and what can be done to it. */
export function UnitDetail({ id }: { id: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const holds = useHolds();
  const { day, number } = useFormat();
  const [deed, setDeed] = useState<UnitDeed>();
  const [reorganising, setReorganising] = useState<Reorganising>();
  const [isFollowing, setFollowing] = useState(false);
  const result = useQuery(UnitDocument, { variables: { id }, pollInterval: isFollowing ? 2_000 : 0 });
  // While its records follow, counts and state change by themselves.
  const nowFollowing = result.data?.orgUnit?.reorganisations.edges.some(({ node }) => node.state === 'FOLLOWING') ?? false;
  if (nowFollowing !== isFollowing) setFollowing(nowFollowing);
  return (
    <Fetched result={result} lines={[32, 24, 24, 40, 40]}>
      {({ orgUnit: unit, wishes, projects }) =>
        unit ? (
          <div className="unit-detail">
            <Section
              title={unit.name}
              note={
                <>
                  {unit.kind && label(unit.kind.label)} {unit.code}
                </>
              }
            >
              <dl className="kv">
                {unit.parent && (
                  <>
                    <dt>{t('units.parent')}</dt>
                    <dd>
                      <Link className="link" to={`/units/${unit.parent.id}`}>
                        {unit.parent.name}
                      </Link>
                    </dd>
                  </>
                )}
                <dt>{t('units.head')}</dt>
                <dd>{unit.headName ?? '—'}</dd>
                <dt>{t('units.phone')}</dt>
                <dd>{unit.phone ?? '—'}</dd>
                <dt>{t('units.holds')}</dt>
                <dd>
                  <Link className="link" to={`/wishes?state=all&unit=${unit.id}`}>
                    {t('units.wishes', { count: wishes.totalCount, shown: number(wishes.totalCount) })}
                  </Link>{' '}
                  <Link className="link" to={`/projects?unit=${unit.id}`}>
                    {t('units.projects', { count: projects.totalCount, shown: number(projects.totalCount) })}
                  </Link>
                </dd>
                {unit.opensOn && (
                  <>
                    <dt>{t('units.opensOn')}</dt>
                    <dd>{day(unit.opensOn)}</dd>
                  </>
                )}
                {unit.mergedInto && (
                  <>
                    <dt>{t('units.mergedInto')}</dt>
                    <dd>
                      <Link className="link" to={`/units/${unit.mergedInto.id}`}>
                        {unit.mergedInto.name}
                      </Link>
                    </dd>
                  </>
                )}
                {unit.closedOn && (
                  <>
                    <dt>{t('units.closedOn')}</dt>
                    <dd>{day(unit.closedOn)}</dd>
                  </>
                )}
              </dl>
              {!unit.isClosed && holds('organisation.manage') && (
                <p className="deeds">
                  <Button isSmall icon="add" onPress={() => setDeed('create')}>
                    {t('units.create')}
                  </Button>
                  <Button isSmall icon="write" onPress={() => setDeed('edit')}>
                    {t('units.edit')}
                  </Button>
                  {unit.parent &&
                    deeds.map((each) => (
                      <Button
                        key={each}
                        isSmall
                        tone={each === 'close' ? 'grave' : 'plain'}
                        isLocked={!unit.isReorganisable}
                        reasonId={unit.isReorganisable ? undefined : 'why-not-reorganise'}
                        onPress={() => setReorganising(each)}
                      >
                        {t(`reorganise.${each === 'close' ? 'closeAct' : each}`)}
                      </Button>
                    ))}
                </p>
              )}
              {!unit.isClosed && unit.parent && holds('organisation.manage') && !unit.isReorganisable && (
                <p id="why-not-reorganise" className="why">
                  {t('reorganise.whyNot', { unit: unit.parent.name })}
                </p>
              )}
            </Section>
            <UnitPeople unit={unit} />
            <UnitPast unit={unit} />
            <ReorganiseDialog deed={reorganising} unit={unit} onClose={() => setReorganising(undefined)} />
            <UnitDialog deed={deed} unit={unit} onClose={() => setDeed(undefined)} />
          </div>
        ) : (
          <p>{t('missing.words')}</p>
        )
      }
    </Fetched>
  );
}
