import { useQuery } from '@apollo/client/react';
import { useFormat, useLabel, WishStateMark } from '@weixiang/kit';
import { Fetched, PageHead, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { HistoryList } from '../history/history-list.js';
import { useRecordFollow } from '../live/use-record-follow.js';
import { MissingPage } from '../missing.page.js';
import { FirstAnswer, isOverdue } from './first-answer.js';
import { OnWall } from './on-wall.js';
import { PriorityMark } from './priority-mark.js';
import { WishAnswers } from './wish-answers.js';
import { WishPhotos } from './wish-photos.js';
import { WishSteps } from './wish-steps.js';
import { WishDocument } from './wishes.documents.js';
import './inbox.css';

/** One wish: the resident's words, every answer to them, what comes next, and how it came here. */
export default function WishPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { day } = useFormat();
  const label = useLabel();
  const [step, setStep] = useState<string>();
  const result = useQuery(WishDocument, { variables: { id } });
  useRecordFollow(id, result.refetch);
  return (
    <Fetched result={result} lines={[32, 24, 96, 40, 40]}>
      {({ wish }) =>
        wish ? (
          <>
            <PageHead
              title={t('wish.numbered', { number: wish.number })}
              crumbs={[{ label: t('nav.inbox'), to: '/wishes' }, { label: t('numberOf', { number: wish.number }) }]}
              beside={<WishStateMark state={wish.state} isLate={isOverdue(wish)} />}
              facts={[
                [t('wish.priority'), <PriorityMark key="priority" priority={wish.priority} />],
                [t('wish.category'), wish.category && label(wish.category.label)],
                [t('wish.scope'), wish.scope && t(`kit:wishScope.${wish.scope}`)],
                [t('wish.channel'), t(`kit:wishChannel.${wish.channel}`)],
                [t('wish.supporters'), wish.supporterCount],
                [t('wish.firstAnswer'), <FirstAnswer key="answer" wish={wish} />],
              ]}
            />
            <div className="cols halves">
              <Section title={t('wish.words')} note={t('wish.recordedOn', { day: day(wish.recordedOn) })}>
                <blockquote className="wish-words">{wish.words}</blockquote>
                <WishPhotos wish={wish} />
                <WishAnswers wish={wish} />
              </Section>
              <Section title={t('step.next')}>
                <WishSteps wish={wish} step={step} onStep={setStep} />
              </Section>
              <Section title={t('wish.whose')}>
                <dl className="kv">
                  <dt>{t('wish.wisher')}</dt>
                  <dd>{wish.wisherName ?? wish.wisherLabel ?? t('wish.anonymous')}</dd>
                  {wish.wisherPhone && (
                    <>
                      <dt>{t('wish.phone')}</dt>
                      <dd>{wish.wisherPhone}</dd>
                    </>
                  )}
                  <dt>{t('wish.unit')}</dt>
                  <dd>
                    {wish.orgUnit && (
                      <Link className="link" to={`/units/${wish.orgUnit.id}`}>
                        {wish.orgUnit.name}
                      </Link>
                    )}
                  </dd>
                  {wish.recordedBy?.name && (
                    <>
                      <dt>{t('wish.recordedBy')}</dt>
                      <dd>{wish.recordedBy.name}</dd>
                    </>
                  )}
                  {wish.unlistedReason && (
                    <>
                      <dt>{t('wish.unlistedReason')}</dt>
                      <dd>{wish.unlistedReason}</dd>
                    </>
                  )}
                  <dt>{t('wish.onWall')}</dt>
                  <dd>
                    <OnWall wish={wish} />
                  </dd>
                  {wish.demand && (
                    <>
                      <dt>{t('wish.demand')}</dt>
                      <dd>
                        <Link className="link" to={`/demands/${wish.demand.id}`}>
                          {wish.demand.title}
                        </Link>
                      </dd>
                    </>
                  )}
                  {wish.project && (
                    <>
                      <dt>{t('wish.project')}</dt>
                      <dd>
                        <Link className="link" to={`/projects/${wish.project.id}`}>
                          {wish.project.name}
                        </Link>
                      </dd>
                    </>
                  )}
                  {wish.mergedInto && (
                    <>
                      <dt>{t('wish.mergedInto')}</dt>
                      <dd>
                        <Link className="link wishword" to={`/wishes/${wish.mergedInto.id}`}>
                          {wish.mergedInto.words}
                        </Link>
                      </dd>
                    </>
                  )}
                </dl>
              </Section>
              <Section title={t('history.title')}>
                <HistoryList entries={wish.history.edges.map(({ node }) => node)} />
              </Section>
            </div>
          </>
        ) : (
          <MissingPage />
        )
      }
    </Fetched>
  );
}
