import { useSession } from '@weixiang/kit';
import { PageBar, SignInFirst } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UnsentWishes } from './unsent-wishes.js';
import { useWishList } from './use-wish-list.js';
import { WishList } from './wish-list.js';

/** My own wishes, the newest first, each with how far it has come. */
export default function MyWishesPage() {
  const { t } = useTranslation('core-portal');
  const { isSignedIn } = useSession();
  return (
    <>
      <PageBar title={t('myWishes.title')} back="/me" />
      <UnsentWishes />
      <div className="band">{isSignedIn ? <MyWishes /> : <SignInFirst>{t('myWishes.signIn')}</SignInFirst>}</div>
    </>
  );
}

function MyWishes() {
  const { t } = useTranslation('core-portal');
  const list = useWishList({ isMine: true });
  return (
    <WishList
      list={list}
      empty={t('myWishes.empty')}
      invitation={
        <Link className="btn" to="/wishes/new">
          {t('home.make')}
        </Link>
      }
    />
  );
}
