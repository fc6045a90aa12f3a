import { useFormat, useLabel } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import type { FullWish } from '../wish-answers.js';

/** What somebody else changed on a wish meanwhile: before and now, only where they differ. */
export function WhatChanged({ before, now }: { before: FullWish; now: FullWish }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { day } = useFormat();
  const told = (wish: FullWish) => {
    const answer = wish.answers.edges.at(-1)?.node;
    return [
      [t('wish.words'), wish.words],
      [t('wish.state'), t(`kit:wishState.${wish.state}`)],
      [t('wish.priority'), wish.priority ? t(`kit:priority.${wish.priority}`) : '—'],
      [t('wish.category'), wish.category ? label(wish.category.label) : '—'],
      [t('wish.scope'), wish.scope ? t(`kit:wishScope.${wish.scope}`) : '—'],
      [t('wish.onWall'), t(wish.isPublic ? 'wish.isPublic' : 'wish.isPrivate')],
      [t('wish.unit'), wish.orgUnit?.name ?? '—'],
      [t('wish.demand'), wish.demand?.title ?? '—'],
      [t('step.nowAnswer'), answer ? [answer.words, answer.answeredByLabel, day(answer.at)].filter(Boolean).join('·') : '—'],
    ] as const;
  };
  const was = told(before);
  return (
    <dl className="kv">
      {told(now).map(
        ([name, value], index) =>
          value !== was[index]?.[1] && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {was[index]?.[1]} → <b>{value}</b>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
