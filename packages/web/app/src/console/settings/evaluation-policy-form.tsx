import { useApolloClient, useQuery } from '@apollo/client/react';
import { useRefusingMutation } from '@weixiang/kit';
import { EditConflict, Fetched, RefusingForm, TextField, useEditing, type Typed } from '@weixiang/kit/console';
import { EVALUATION_POLICY_LIMITS, EVALUATION_SETTINGS } from '@weixiang/shared';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditEvaluationPolicyDocument, EvaluationPolicyDocument } from '../evaluations/evaluations.documents.js';
import type { EvaluationPolicyQuery } from '../generated/graphql.js';

/** Weights, quorum, thresholds and days of monthly evaluations to come; rounds that have begun keep theirs. */
export function EvaluationPolicyForm({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation();
  const result = useQuery(EvaluationPolicyDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Fetched result={result}>
      {(data) =>
        mayEdit ? (
          <PolicyForm {...data} />
        ) : (
          <dl className="kv">
            {EVALUATION_SETTINGS.map((name) => (
              <Fragment key={name}>
                <dt>{t(`settings.policy.${name}`)}</dt>
                <dd>{data.evaluationPolicy[name]}</dd>
              </Fragment>
            ))}
          </dl>
        )
      }
    </Fetched>
  );
}

// The policy is a part of the tenant, whose version counts its edits.
const editedOf = ({ tenant, evaluationPolicy }: EvaluationPolicyQuery) => ({
  version: tenant.version,
  values: Object.fromEntries(EVALUATION_SETTINGS.map((name) => [name, String(evaluationPolicy[name])])),
});

function PolicyForm(seen: EvaluationPolicyQuery) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [isSaved, setSaved] = useState(false);
  const edit = useRefusingMutation(EditEvaluationPolicyDocument, (data) => data.editEvaluationPolicy);
  const readAgain = async () => {
    const { data } = await client.query({ query: EvaluationPolicyDocument, fetchPolicy: 'network-only' });
    return data && editedOf(data);
  };
  const editing = useEditing({ seen: editedOf(seen), readAgain });
  const submit = async (typed: Typed) => {
    const { number } = editing.settled(typed);
    setSaved(false);
    const input = Object.fromEntries(EVALUATION_SETTINGS.map((name) => [name, number(name)]));
    const done = await edit.send({ ...input, version: editing.version });
    setSaved(done !== undefined);
    if (!done) return editing.compare(edit.latest(), typed);
    const now = await readAgain();
    if (now) editing.saved(now);
  };
  const labels = Object.fromEntries(EVALUATION_SETTINGS.map((name) => [name, t(`settings.policy.${name}`)]));
  return (
    <RefusingForm
      label={t('settings.evaluation')}
      submit={t('save')}
      cancel={
        <span role="status" className="meta">
          {isSaved && t('settings.saved')}
        </span>
      }
      fields={[...EVALUATION_SETTINGS, 'version']}
      outcome={edit}
      onSubmit={(typed) => void submit(typed)}
    >
      <EditConflict editing={editing} labels={labels} />
      <div className="pair">
        {EVALUATION_SETTINGS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={labels[name] ?? name}
            type="number"
            {...EVALUATION_POLICY_LIMITS[name]}
            defaultValue={seen.evaluationPolicy[name]}
            refusals={edit.refusals}
            isRequired
          />
        ))}
      </div>
    </RefusingForm>
  );
}
