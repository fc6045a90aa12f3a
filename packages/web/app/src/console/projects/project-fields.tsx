import type { Refusals } from '@weixiang/kit';
import { ChoiceField, FieldRow, TextField, WordsField } from '@weixiang/kit/console';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTerms } from '../vocabulary/use-terms.js';
import { PartnerSelect } from './partner-select.js';
import { projectModes } from './project-state.js';

type ProjectFieldsProps = {
  refusals: Refusals;
  /** The fields as they stand; left out for a new project. */
  now?: Readonly<Record<string, string>>;
  /** The partner that stands there. */
  partner?: { id: string; name: string } | null;
};

/** Names of {@link ProjectFields}. */
export const projectFields = ['aspect', 'mode', 'leadName', 'partner', 'plan'] as const;

/** What is known of a project whether it is new or not: its aspect, who pays, who leads and who delivers, the plan. */
export function ProjectFields({ refusals, now = {}, partner }: ProjectFieldsProps) {
  const { t } = useTranslation();
  const aspects = useTerms('PROJECT_ASPECT');
  const [chosen, setChosen] = useState(partner?.id ?? '');
  return (
    <>
      <div className="pair">
        {/* The browser keeps a chosen value only among options that are there. */}
        <ChoiceField key={aspects.length} name="aspect" label={t('projects.aspect')} refusals={refusals} options={aspects} defaultValue={now['aspect']} none={t('record.undecided')} />
        <ChoiceField
          name="mode"
          label={t('projects.mode')}
          refusals={refusals}
          options={projectModes.map((value) => ({ value, label: t(`kit:projectMode.${value}`) }))}
          defaultValue={now['mode']}
          none={t('record.undecided')}
        />
        <TextField name="leadName" label={t('projects.lead')} refusals={refusals} defaultValue={now['leadName']} autoComplete="off" />
        <FieldRow name="partner" label={t('projects.partner')} refusals={refusals}>
          {(wiring) => <PartnerSelect {...wiring} name="partner" value={chosen} known={partner ?? undefined} onPick={setChosen} />}
        </FieldRow>
      </div>
      <WordsField name="plan" label={t('projects.plan')} hint={t('projects.planHint')} refusals={refusals} defaultValue={now['plan']} />
    </>
  );
}
