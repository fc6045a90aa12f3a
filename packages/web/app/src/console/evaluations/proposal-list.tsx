import { dotted, useFormat, useLabel } from '@weixiang/kit';
import { Dialog, Section, StepList } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalRowFragment } from '../generated/graphql.js';
import { DecideProposalForm } from './decide-proposal-form.js';
import type { FullRound } from './full-round.js';

/** What the grade calls for: who decides, what happens then, and what was decided. Nothing happens by itself. */
export function ProposalList({ round }: { round: FullRound }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { day, nearDay } = useFormat();
  const [deciding, setDeciding] = useState<{ proposal: ProposalRowFragment; isConfirmed: boolean }>();
  const proposals = round.proposals.nodes;
  if (proposals.length === 0) return null;
  return (
    <Section title={t('evaluation.proposalsTitle')} note={t('evaluation.neverByItself')}>
      {proposals.map((proposal) => (
        <div key={proposal.id} className="proposal">
          <p>
            <b className={proposal.kind === 'COMMENDATION' ? undefined : 'is-late-text'}>{t(`evaluation.kinds.${proposal.kind}`)}</b>{' '}
            {t(`evaluation.means.${proposal.kind}`, { day: proposal.dueOn ? day(proposal.dueOn) : '', partner: proposal.partner?.name ?? t('evaluation.noPartner') })}
          </p>
          {proposal.state === 'PROPOSED' ? (
            <>
              <p className="meta">{t('evaluation.decidedBy', { roles: proposal.deciders.map((each) => label(each)).join(t('evaluation.or')) })}</p>
              <StepList
                steps={proposal.availableSteps.map((step) => ({
                  name: step.name,
                  label: label(step.label),
                  isAllowed: step.allowed,
                  reason: step.reason,
                  tone: step.name === 'confirm' && proposal.kind === 'REMOVAL' ? 'grave' : 'can',
                }))}
                onStep={(name) => setDeciding({ proposal, isConfirmed: name === 'confirm' })}
              />
            </>
          ) : (
            <p>
              {t(`evaluation.proposalStates.${proposal.state}`)}：{proposal.words}{' '}
              <span className="meta">{dotted(proposal.decidedBy?.name, proposal.decidedAt && nearDay(proposal.decidedAt))}</span>
            </p>
          )}
        </div>
      ))}
      <Dialog
        title={deciding ? t(deciding.isConfirmed ? `evaluation.kinds.${deciding.proposal.kind}` : 'evaluation.decline') : ''}
        isOpen={deciding !== undefined}
        onClose={() => setDeciding(undefined)}
      >
        {deciding && <DecideProposalForm {...deciding} onDone={() => setDeciding(undefined)} />}
      </Dialog>
    </Section>
  );
}
