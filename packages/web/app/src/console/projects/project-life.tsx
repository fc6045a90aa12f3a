import { useFormat, useLabel, useRefusingMutation } from '@weixiang/kit';
import { Button, compactDays, RefusingForm, Section, StepList, WordsField, WorkflowDiagram } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statesEntered } from '../history/history.rules.js';
import type { FullProject } from './full-project.js';
import { StepProjectDocument } from './project.documents.js';

/** The project's life, drawn from its workflow, and beside it every next step with the reason where it is not allowed. */
export function ProjectLife({ project }: { project: FullProject }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { isoDay } = useFormat();
  const [chosen, setChosen] = useState<string>();
  const take = useRefusingMutation(StepProjectDocument, (data) => data.stepProject, { refetch: ['Project'] });
  const { workflow, availableSteps } = project;
  const requires = (name: string) => workflow.steps.some((each) => each.name === name && each.requires.includes('words'));
  const step = availableSteps.find(({ name, allowed }) => name === chosen && allowed);
  const entered = statesEntered(project.history.edges.map(({ node }) => node));
  const days = compactDays([...entered.values()].map((at) => isoDay(at)));
  return (
    <div className="cols work">
      <Section title={t('life.title')} note={t('life.version', { version: workflow.version })}>
        <WorkflowDiagram
          workflow={{
            states: workflow.states.map((state) => ({ name: state.name, label: label(state.label) })),
            steps: workflow.steps,
          }}
          current={project.state}
          days={new Map([...entered.keys()].map((state, index) => [state, days[index] ?? '']))}
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
              fields={['words']}
              outcome={take}
              onSubmit={async ({ text }) => {
                const done = await take.send({
                  id: project.id,
                  version: project.version,
                  step: step.name,
                  words: text('words'),
                });
                if (done) setChosen(undefined);
              }}
            >
              <WordsField
                name="words"
                label={t('life.words')}
                hint={t('life.wordsHint')}
                refusals={take.refusals}
                isRequired={requires(step.name)}
                autoFocus
              />
            </RefusingForm>
          </div>
        )}
        <StepList
          steps={availableSteps.map(({ name, label: words, allowed, reason }) => ({
            name,
            label: label(words),
            isAllowed: allowed,
            reason: reason ?? (requires(name) ? t('life.asksWords') : undefined),
          }))}
          onStep={(name) => setChosen(name === chosen ? undefined : name)}
        />
      </Section>
    </div>
  );
}
