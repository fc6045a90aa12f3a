import { PageBar } from '@weixiang/kit/portal';
import { useTranslation } from 'react-i18next';
import { MakeWishForm } from './make-wish-form.js';

/** Writes a wish. It can be written before signing in; it is sent after. */
export default function MakeWishPage() {
  const { t } = useTranslation('core-portal');
  return (
    <>
      <PageBar title={t('make.title')} back="/" />
      <div className="band">
        <MakeWishForm />
      </div>
    </>
  );
}
