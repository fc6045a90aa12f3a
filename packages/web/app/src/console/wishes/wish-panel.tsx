import { useQuery } from '@apollo/client/react';
import { useFormat, useLabel, WishStateMark } from '@weixiang/kit';
import { ButtonLink, Fetched, SidePanel } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { useRecordFollow } from '../live/use-record-follow.js';
import { isOverdue } from './first-answer.js';
import { PriorityMark } from './priority-mark.js';
import { WishAnswers } from './wish-answers.js';
import { WishPhotos } from './wish-photos.js';
import { WishSteps } from './wish-steps.js';
import { WishDocument } from './wishes.documents.js';

type WishPanelProps = { id: string; step: string | undefined; onStep: (step: string | undefined) => void; onClose: () => void };

/** One wish beside the list: its words, its answers, what may be done next. */
export function WishPanel({ id, step, onStep, onClose }: WishPanelProps) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const label = useLabel();
  const result = useQuery(WishDocument, { variables: { id } });
  useRecordFollow(id, result.refetch);
  const wish = result.data?.wish;
  return (
    <SidePanel
      title={wish ? <WishStateMark state={wish.state} isLate={isOverdue(wish)} /> : t('wish.one')}
      label={t('wish.one')}
      closeLabel={t('close')}
      onClose={onClose}
    >
      <Fetched result={result} lines={[26, 26, 16, 40, 40]}>
        {({ wish: shown }) =>
          shown ? (
            <>
              <blockquote className="wish-words">{shown.words}</blockquote>
              <WishPhotos wish={shown} />
              <p className="meta">
                {[
                  shown.wisherLabel ?? shown.wisherName,
                  t(`kit:wishChannel.${shown.channel}`),
                  day(shown.recordedOn),
                  shown.orgUnit?.name,
                  shown.category && label(shown.category.label),
                ]
                  .filter(Boolean)
                  .join('·')}
              </p>
              <p>
                <PriorityMark priority={shown.priority} />{' '}
                <span className="meta">{t('wish.supportedBy', { count: shown.supporterCount })}</span>
              </p>
              <h3>{t('wish.answers')}</h3>
              <WishAnswers wish={shown} />
              <h3>{t('step.next')}</h3>
              <WishSteps wish={shown} step={step} onStep={onStep} />
              <ButtonLink to={`/wishes/${shown.id}`} icon="next" isSmall>
                {t('wish.openPage')}
              </ButtonLink>
            </>
          ) : (
            <p>{t('missing.words')}</p>
          )
        }
      </Fetched>
    </SidePanel>
  );
}
