import { Phase, useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { WishPageQuery } from '../generated/graphql.js';
import { nextOf, stationsOf } from './journey.rules.js';

type Wish = NonNullable<WishPageQuery['wish']>;

/** The way of one wish: every station with its day and its answers, and where it goes next. */
export function Journey({ wish }: { wish: Wish }) {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const { day } = useFormat();
  const stations = stationsOf({ ...wish, answers: wish.answers.nodes });
  const next = nextOf(wish.state);
  return (
    <ol className="journey">
      {stations.map(({ state, at, answers }, index) => (
        <li key={state + (at ?? '')} className={next && index === stations.length - 1 ? 'before-next' : undefined}>
          <Phase state={state} />
          <h3>
            {state === 'SUBMITTED' ? t('wish.sentTo', { place: wish.orgUnit?.name }) : tk(`wishState.${state}`)}
            {at ? <time dateTime={at}>{day(at)}</time> : null}
          </h3>
          {answers.map((answer) => (
            <div key={answer.id}>
              <q>{answer.words}</q>
              {answer.answeredByLabel ? <p className="meta">{answer.answeredByLabel}</p> : null}
            </div>
          ))}
          {state === 'IN_PROJECT' && wish.project ? <p className="meta">{wish.project.name}</p> : null}
          {state === 'LISTED' && wish.demand ? (
            <p className="meta">{t('wish.gathered', { title: wish.demand.title, count: wish.demand.wishCount })}</p>
          ) : null}
        </li>
      ))}
      {next ? <NextStation wish={wish} next={next} /> : null}
    </ol>
  );
}

function NextStation({ wish, next }: { wish: Wish; next: Wish['state'] }) {
  const { t } = useTranslation('core-portal');
  const { due } = useFormat();
  const deadline = wish.state === 'SUBMITTED' && wish.answerDueAt ? due(wish.answerDueAt) : undefined;
  return (
    <li className="is-next">
      <Phase state="SUBMITTED" isLate={deadline?.isLate} />
      <h3>
        {t(`wish.next.${next}`)}
        {deadline ? <time className={deadline.isLate ? 'is-late' : undefined}>{deadline.text}</time> : null}
      </h3>
      {deadline && wish.escalatedTo ? <p className="meta is-late">{t('wish.escalated', { place: wish.escalatedTo.name })}</p> : null}
    </li>
  );
}
