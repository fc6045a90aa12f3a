import { Empty, useFormat } from '@weixiang/kit';
import { Button, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { FullProject } from './full-project.js';

const terms = ['content', 'frequency', 'people', 'venue', 'standard'] as const;

/** 五项约定: what both sides agreed, term by term. */
export function AgreementTerms({ project, onRecord }: { project: FullProject; onRecord: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const agreements = project.agreements.edges.map(({ node }) => node);
  const record = onRecord && (
    <Button isSmall icon="add" onPress={onRecord}>
      {t('agreement.record')}
    </Button>
  );
  return (
    <Section title={t('agreement.title')} note={record}>
      {agreements.length === 0 && <Empty>{t('agreement.none')}</Empty>}
      {agreements.map((agreement) => (
        <div key={agreement.id}>
          <p className="meta">
            {[t('agreement.signed', { day: day(agreement.signedOn) }), agreement.partner?.name].filter(Boolean).join('·')}
          </p>
          <dl className="pact">
            {terms.map((term) => (
              <div key={term}>
                <dt>{t(`agreement.${term}`)}</dt>
                <dd>{agreement[term] ?? '—'}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Section>
  );
}
