import { Empty } from '@weixiang/kit';
import { ButtonLink, PageHead } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';

/** What is absent and what may not be seen look the same. */
export function MissingPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('missing.title')} />
      <Empty action={<ButtonLink to="/">{t('missing.home')}</ButtonLink>}>{t('missing.words')}</Empty>
    </>
  );
}
