import { useHolds, useSession } from '@weixiang/kit';
import { ButtonLink, PageHead, Section } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { BrandForm } from './brand-form.js';
import { EvaluationPolicyForm } from './evaluation-policy-form.js';
import { PluginSwitches } from './plugin-switches.js';
import { UnitKinds } from './unit-kinds.js';
import './settings.css';

/** Brand, the promise of an answer, and what the tenant has switched on. Only its administrator changes them. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const holds = useHolds();
  const mayEdit = holds('tenant.manage');
  return (
    <>
      <PageHead
        title={t('nav.settings')}
        meta={mayEdit ? t('settings.meta') : t('settings.notYours')}
        actions={holds('webhook.manage') && <ButtonLink to="/settings/webhooks">{t('webhooks.open')}</ButtonLink>}
      />
      <Section title={t('settings.brand')}>
        {mayEdit ? (
          <BrandForm />
        ) : (
          <dl className="kv">
            <dt>{t('settings.brandName')}</dt>
            <dd>{tenant.brandName}</dd>
            <dt>{t('settings.seal')}</dt>
            <dd>{tenant.seal}</dd>
            <dt>{t('settings.answerWithin')}</dt>
            <dd>{t('settings.workingDays', { count: tenant.answerWithinWorkingDays })}</dd>
          </dl>
        )}
      </Section>
      <Section title={t('settings.evaluation')} note={t('settings.evaluationNote')}>
        <EvaluationPolicyForm mayEdit={mayEdit} />
      </Section>
      <Section title={t('settings.kinds')} note={t('settings.kindsNote')}>
        <UnitKinds mayEdit={mayEdit} />
      </Section>
      <Section title={t('settings.plugins')} note={t('settings.pluginsNote')}>
        <PluginSwitches mayEdit={mayEdit} />
      </Section>
    </>
  );
}
