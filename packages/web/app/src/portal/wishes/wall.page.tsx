import { wishStates } from '@weixiang/kit';
import { PageBar, Sieve } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { usePlace } from '../place/place.js';
import { useWishList } from './use-wish-list.js';
import { WishList } from './wish-list.js';

/** The wish wall: everybody's wishes, searched and sifted in the address. */
export default function WallPage() {
  const { t } = useTranslation('core-portal');
  const { t: tk } = useTranslation('kit');
  const { place } = usePlace();
  const [query] = useSearchParams();
  const search = query.get('q') ?? '';
  const state = wishStates.find((each) => each === query.get('state'));
  const list = useWishList({
    ...(search ? { search } : {}),
    ...(state ? { state: [state] } : {}),
    ...(place ? { within: place.id } : {}),
  });
  return (
    <>
      <PageBar title={t('wall.title')} place={place?.name} />
      <div className="band">
        <Sieve label={t('wall.search')} states={wishStates.map((each) => ({ value: each, label: tk(`wishState.${each}`) }))} />
      </div>
      <div className="band">
        <WishList
          list={list}
          empty={search || state ? t('wall.none') : t('home.wall.empty')}
          invitation={
            <Link className="btn" to="/wishes/new">
              {t('home.make')}
            </Link>
          }
        />
      </div>
    </>
  );
}
