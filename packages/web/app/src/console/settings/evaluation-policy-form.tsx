import { useQuery } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { Fetched, RefusingForm, TextField } from '@weixiang/kit/console';
import { EVALUATION_POLICY_LIMITS, EVALUATION_SETTINGS } from '@weixiang/shared';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditEvaluationPolicyDocument, EvaluationPolicyDocument } from '../evaluations/evaluations.documents.js';

/** Weights, quorum, thresholds and days of monthly evaluations to come; rounds that have begun keep theirs. */
export function EvaluationPolicyForm({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation();
  const [isSaved, setSaved] = useState(false);
  const result = useQuery(EvaluationPolicyDocument);
  const edit = useRefusingMutation(EditEvaluationPolicyDocument, (data) => data.editEvaluationPolicy, { refetch: ['EvaluationPolicy'] });
  return (
    <Fetched result={result}>
      {({ evaluationPolicy: policy }) =>
        mayEdit ? (
          <RefusingForm
            label={t('settings.evaluation')}
            submit={t('settings.save')}
            cancel={
              <span role="status" className="meta">
                {isSaved && t('settings.saved')}
              </span>
            }
            fields={EVALUATION_SETTINGS}
            outcome={edit}
            onSubmit={async ({ number }) => {
              setSaved(false);
              const input = Object.fromEntries(EVALUATION_SETTINGS.map((name) => [name, number(name)]));
              setSaved((await edit.send(input)) !== undefined);
            }}
          >
            <div className="pair">
              {EVALUATION_SETTINGS.map((name) => (
                <TextField
                  key={name}
                  name={name}
                  label={t(`settings.policy.${name}`)}
                  type="number"
                  {...EVALUATION_POLICY_LIMITS[name]}
                  defaultValue={policy[name]}
                  refusals={edit.refusals}
                  isRequired
                />
              ))}
            </div>
          </RefusingForm>
        ) : (
          <dl className="kv">
            {EVALUATION_SETTINGS.map((name) => (
              <Fragment key={name}>
                <dt>{t(`settings.policy.${name}`)}</dt>
                <dd>{policy[name]}</dd>
              </Fragment>
            ))}
          </dl>
        )
      }
    </Fetched>
  );
}
