import { Empty, useLabel } from '@weixiang/kit';
import { Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FullProject } from './full-project.js';

/** The partner that delivers the project. */
export function PartnerFacts({ project: { partner } }: { project: FullProject }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <Section
      title={t('nav.partners')}
      note={
        partner && (
          <Link className="link" to={`/partners/${partner.id}`}>
            {t('partners.page')}
          </Link>
        )
      }
    >
      {partner ? (
        <dl className="kv">
          <dt>{t('partners.name')}</dt>
          <dd>{partner.name}</dd>
          <dt>{t('partners.creditCode')}</dt>
          <dd>{partner.creditCode ?? '—'}</dd>
          {partner.kindLabel && (
            <>
              <dt>{t('partners.kind')}</dt>
              <dd>{label(partner.kindLabel)}</dd>
            </>
          )}
          {partner.direction && (
            <>
              <dt>{t('partners.direction')}</dt>
              <dd>{partner.direction}</dd>
            </>
          )}
        </dl>
      ) : (
        <Empty>{t('partners.noneYet')}</Empty>
      )}
    </Section>
  );
}
