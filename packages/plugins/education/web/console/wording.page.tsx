import { useQuery } from '@apollo/client/react';
import { useFormat, useHolds, useRefusingMutation } from '@weixiang/kit';
import { Fetched, PageHead, RefusingForm, Section, WordsField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import { PublishWordingDocument, WordingsDocument } from './timetable.documents.js';

/** What guardians agree to: the wording in force, those before it, and a form to renew it. */
export default function WordingPage() {
  const { t } = useTranslation('education');
  const { day } = useFormat();
  const holds = useHolds();
  const result = useQuery(WordingsDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <>
      <PageHead title={t('wording.title')} meta={t('wording.meta')} />
      <Fetched result={result} lines={[80]}>
        {({ consentWordings: { nodes } }) => (
          <Section title={t('wording.versions')}>
            <ul className="enrolments">
              {nodes.map((wording, at) => (
                <li key={wording.id}>
                  <p>
                    <b>{t('wording.version', { number: wording.number })}</b>{' '}
                    {at === 0 && <span className="chip">{t('wording.inForce')}</span>}{' '}
                    <span className="meta">{[day(wording.createdAt), wording.publishedBy?.name].filter(Boolean).join('·')}</span>
                  </p>
                  <p>{wording.words}</p>
                  <p className="meta">{t('wording.purposeIs', { purpose: wording.purpose })}</p>
                </li>
              ))}
              <li>
                <p>
                  <b>{t('wording.version', { number: 1 })}</b> {nodes.length === 0 && <span className="chip">{t('wording.inForce')}</span>}
                </p>
                <p>{t('wording.first')}</p>
              </li>
            </ul>
          </Section>
        )}
      </Fetched>
      {holds('consent.word') && <RenewWording />}
    </>
  );
}

function RenewWording() {
  const { t } = useTranslation('education');
  const publish = useRefusingMutation(PublishWordingDocument, (data) => data.publishConsentWording, { refetch: ['Wordings'] });
  return (
    <Section title={t('wording.renew')}>
      <RefusingForm
        label={t('wording.renew')}
        submit={t('wording.publish')}
        fields={['words', 'purpose']}
        outcome={publish}
        onSubmit={async ({ text }) => {
          await publish.send({ words: text('words') ?? '', purpose: text('purpose') ?? '' });
        }}
      >
        <p className="meta">{t('wording.renewMeans')}</p>
        <WordsField name="words" label={t('wording.words')} hint={t('wording.courseHint')} refusals={publish.refusals} isRequired />
        <WordsField name="purpose" label={t('wording.purpose')} refusals={publish.refusals} isRequired />
      </RefusingForm>
    </Section>
  );
}
