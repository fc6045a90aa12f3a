import { dotted, useFormat, WishStateMark } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WishCardFragment } from '../generated/graphql.js';
import { canBeSupported, isWaitingForAnswer } from './wish.rules.js';
import { SupportButton } from './support-button.js';
import { WishThumbnails } from './wish-thumbnails.js';

/** One wish on a wall: the words, how far it has come, and the answer tied to it, or the day by which it comes. */
export function WishCard({ wish }: { wish: WishCardFragment }) {
  const { t } = useTranslation('core-portal');
  const { nearDay, due } = useFormat();
  const answer = wish.lastAnswer;
  const deadline = isWaitingForAnswer(wish) && wish.answerDueAt ? due(wish.answerDueAt) : undefined;
  const isOpen = canBeSupported(wish);
  return (
    <article className="wish">
      <blockquote id={`words-${wish.id}`}>
        <Link to={`/wishes/${wish.id}`}>{wish.words}</Link>
      </blockquote>
      <WishThumbnails wish={wish} />
      <p className="meta">
        {dotted(wish.wisherLabel, nearDay(wish.recordedOn))}
        <WishStateMark state={wish.state} isLate={deadline?.isLate} />
      </p>
      {answer ? (
        <div className="answer">
          {answer.answeredByLabel ? <b>{t('wish.says', { who: answer.answeredByLabel })}</b> : null}
          {answer.words}
        </div>
      ) : null}
      {deadline || isOpen || wish.supporterCount > 0 ? (
        <footer>
          <span className="meta">
            {deadline ? (
              <span className={deadline.isLate ? 'is-late' : undefined}>{deadline.text}</span>
            ) : wish.supporterCount > 0 ? (
              t('support.count', { count: wish.supporterCount })
            ) : null}
          </span>
          {isOpen && !wish.isMine ? <SupportButton wish={wish} /> : null}
        </footer>
      ) : null}
    </article>
  );
}
