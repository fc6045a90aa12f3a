import { dotted, useFormat, useHolds } from '@weixiang/kit';
import { Button, Dialog, ExportButton, Section } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectionRowFragment } from '../generated/graphql.js';
import { AnswerObjectionForm } from './answer-objection-form.js';
import type { FullRound } from './full-round.js';

/** Objections with their reasons and what was answered; the open ones can be answered. */
export function ObjectionList({ round }: { round: FullRound }) {
  const { t } = useTranslation();
  const { nearDay } = useFormat();
  const holds = useHolds();
  const [answering, setAnswering] = useState<ObjectionRowFragment>();
  const objections = round.objections.nodes;
  if (objections.length === 0) return null;
  return (
    <Section
      title={t('evaluation.objectionsTitle')}
      note={
        <>
          {t('evaluation.everyAnswered')} <ExportButton ledger="objections" filter={{ round: round.id }} isSmall />
        </>
      }
    >
      <ul className="objections">
        {objections.map((objection) => (
          <li key={objection.id}>
            <blockquote className="voice">{objection.words}</blockquote>
            <p className="meta">
              {dotted(objection.person?.name, nearDay(objection.createdAt), t(`evaluation.objectionStates.${objection.state}`))}
            </p>
            {objection.answer && (
              <p>
                {objection.answer}{' '}
                <span className="meta">{dotted(objection.answeredBy?.name, objection.answeredAt && nearDay(objection.answeredAt))}</span>
              </p>
            )}
            {objection.state === 'OPEN' && holds('evaluation.answer') && (
              <Button isSmall tone="can" onPress={() => setAnswering(objection)}>
                {t('evaluation.answer')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog title={t('evaluation.answer')} isOpen={answering !== undefined} onClose={() => setAnswering(undefined)}>
        {answering && <AnswerObjectionForm objection={answering} round={round} onDone={() => setAnswering(undefined)} />}
      </Dialog>
    </Section>
  );
}
