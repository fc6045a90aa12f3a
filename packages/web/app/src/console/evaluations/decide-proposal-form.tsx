import { useRefusingMutation } from '@weixiang/kit';
import { RefusingForm, TextField, WordsField } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { ProposalRowFragment } from '../generated/graphql.js';
import { DecideProposalDocument } from './evaluations.documents.js';

/** A decision with its reason; a confirmed one takes effect at once and is made public. */
export function DecideProposalForm({ proposal, isConfirmed, onDone }: { proposal: ProposalRowFragment; isConfirmed: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const decide = useRefusingMutation(DecideProposalDocument, (data) => data.decideEvaluationProposal, { refetch: ['Evaluation', 'WaitingOnEvaluation'] });
  return (
    <RefusingForm
      label={t(isConfirmed ? `evaluation.kinds.${proposal.kind}` : 'evaluation.decline')}
      submit={t(isConfirmed ? `evaluation.confirm.${proposal.kind}` : 'evaluation.decline')}
      fields={['words', 'dueOn']}
      outcome={decide}
      onSubmit={async ({ text }) => {
        const done = await decide.send({
          id: proposal.id,
          version: proposal.version,
          isConfirmed,
          words: text('words') ?? '',
          dueOn: isConfirmed ? text('dueOn') : undefined,
        });
        if (done) onDone();
      }}
    >
      {isConfirmed && proposal.kind === 'CORRECTION' && (
        <TextField name="dueOn" label={t('evaluation.dueOn')} type="date" defaultValue={proposal.dueOn ?? undefined} refusals={decide.refusals} isRequired />
      )}
      {isConfirmed && proposal.kind === 'REMOVAL' && <p className="meta">{t('evaluation.removalOrder')}</p>}
      <WordsField
        name="words"
        label={t('evaluation.decisionWords')}
        hint={isConfirmed ? t('evaluation.wordsPublished') : undefined}
        refusals={decide.refusals}
        isRequired
        autoFocus
      />
    </RefusingForm>
  );
}
