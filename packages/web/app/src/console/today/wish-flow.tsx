import { Empty, Phase, useFormat } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WishFlowQuery } from '../generated/graphql.js';
import { flowOf } from './wish-flow.rules.js';

/** Where a period's wishes are: each bar is what came this far, in what came as far as the step before. */
export function WishFlow({ counts, period }: { counts: WishFlowQuery['wishCounts']; period: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { stages, merged, declined } = flowOf(counts);
  const top = stages[0]?.reached ?? 0;
  if (top === 0) return <Empty>{t('today.noWishes')}</Empty>;
  const share = (part: number, whole: number) => `${whole > 0 ? (part / whole) * 100 : 0}%`;
  return (
    <table className="flow">
      <tbody>
        {stages.map(({ state, reached, waiting, before }) => (
          <tr key={state}>
            <th scope="row">
              <Phase state={state} />
              {t(`today.stage.${state}`)}
            </th>
            <td className="n">{number(reached)}</td>
            <td className="b" aria-hidden="true">
              <s style={{ width: share(before, top) }}>
                <i className={state === 'CONFIRMED' ? 'is-done' : undefined} style={{ width: share(reached, before) }} />
              </s>
            </td>
            <td className="why meta">
              {waiting > 0 && state !== 'CONFIRMED' && (
                <Link className={state === 'SUBMITTED' ? 'is-late-text' : 'link'} to={`/wishes?state=${state}&period=${period}`}>
                  {t(`today.stays.${state}`, { count: waiting })}
                </Link>
              )}
              {state === 'ACCEPTED' &&
                [merged > 0 && t('today.merged', { count: merged }), declined > 0 && t('today.declined', { count: declined })]
                  .filter(Boolean)
                  .map((words) => <span key={String(words)}> {words}</span>)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
