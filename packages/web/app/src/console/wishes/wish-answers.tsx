import { useFormat } from '@weixiang/kit';
import { Due } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { WishQuery } from '../generated/graphql.js';

export type FullWish = NonNullable<WishQuery['wish']>;

/** 回音线: the hook leads from the wish to each answer; while there is none, to the latest date for it. */
export function WishAnswers({ wish }: { wish: FullWish }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  return (
    <ol className="answers">
      {wish.answers.edges.map(({ node }) => (
        <li key={node.id}>
          <p>{node.words}</p>
          <p className="meta">
            {[node.answeredByLabel, day(node.at), t(`kit:wishState.${node.state}`)].filter(Boolean).join('·')}
          </p>
        </li>
      ))}
      {wish.answers.edges.length === 0 && (
        <li className="is-awaited">
          {wish.answerDueAt ? (
            <p>
              {t('wish.firstAnswerBy')} <Due at={wish.answerDueAt} />
            </p>
          ) : (
            <p className="why">{t('wish.noAnswerYet')}</p>
          )}
          {wish.escalatedTo && <p className="meta">{t('wish.escalatedTo', { unit: wish.escalatedTo.name })}</p>}
        </li>
      )}
    </ol>
  );
}
