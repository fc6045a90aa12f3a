import { Icon, Phase } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HomePageQuery } from '../generated/graphql.js';

type MyWish = NonNullable<HomePageQuery['mine']>['nodes'][number];

/** One line that says what changed with my latest wish. */
export function Mine({ wish }: { wish: MyWish }) {
  const { t } = useTranslation('core-portal');
  const news = wish.state === 'FULFILLED' ? 'confirm' : wish.lastAnswer ? 'answered' : 'waiting';
  return (
    <Link className="mine" to={`/wishes/${wish.id}`}>
      <Phase state={wish.state} />
      <div>
        <b>{t(`home.mine.${news}`)}</b>
        <span className="meta clip">{wish.lastAnswer?.words ?? wish.words}</span>
      </div>
      <Icon name="next" />
    </Link>
  );
}
