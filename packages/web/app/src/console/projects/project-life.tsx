import { useFormat, useLabel, useRefusingMutation } from '@weixiang/kit';
import { Button, RefusingForm, Section, StepList, WordsField, WorkflowDiagram } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FullProject } from './full-project.js';
import { statesPassed } from './project.rules.js';
import { StepProjectDocument } from './project.documents.js';

/** The project's life, drawn from its workflow, and beside it every next step with the reason where it is not allowed. */
export function ProjectLife({ project }: { project: FullProject }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { day } = useFormat();
  const [chosen, setChosen] = useState<string>();
  const take = useRefusingMutation(StepProjectDocument, (data) => data.stepProject, { refetch: ['Project'] });
  const { workflow, availableSteps } = project;
  const step = availableSteps.find(({ name, allowed }) => name === chosen && allowed);
  const passed = statesPassed(
    project.history.edges.map(({ node }) => node),
    new Set(workflow.states.map(({ name }) => name)),
  );
  return (
    <div className="cols work">
      <Section title={t('life.title')} note={t('life.version', { version: workflow.version })}>
        <WorkflowDiagram
          workflow={{
            states: workflow.states.map((state) => ({ name: state.name, label: label(state.label) })),
            steps: workflow.steps,
          }}
          current={project.state}
          past={new Map([...passed].map(([state, at]) => [state, day(at)]))}
          allowed={new Set(availableSteps.filter(({ allowed }) => allowed).map(({ name }) => name))}
          label={t('life.label', { state: t(`kit:projectState.${project.state}`) })}
          legend={{ past: t('life.past'), now: t('life.now'), next: t('life.next'), off: t('life.off') }}
        />
      </Section>
      <Section title={t('step.next')}>
        {step && (
          <div className="step-form">
            <RefusingForm
              key={step.name}
              label={label(step.label)}
              submit={label(step.label)}
              cancel={
                <Button tone="bare" onPress={() => setChosen(undefined)}>
                  {t('cancel')}
                </Button>
              }
              fields={['words', 'reason']}
              outcome={take}
              onSubmit={async ({ text }) => {
                const done = await take.send({
                  id: project.id,
                  version: project.version,
                  step: step.name,
                  reason: text('reason'),
                });
                if (done) setChosen(undefined);
              }}
            >
              <WordsField name="reason" label={t('life.words')} hint={t('life.wordsHint')} refusals={take.refusals} autoFocus />
            </RefusingForm>
          </div>
        )}
        <StepList
          steps={availableSteps.map(({ name, label: words, allowed, reason }) => ({
            name,
            label: label(words),
            isAllowed: allowed,
            reason,
          }))}
          onStep={(name) => setChosen(name === chosen ? undefined : name)}
        />
      </Section>
    </div>
  );
}
