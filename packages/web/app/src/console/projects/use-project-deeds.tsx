import { useApolloClient } from '@apollo/client/react';
import { newKey, useHolds } from '@weixiang/kit';
import { resultOf, WordsField, type BulkDeed, type RowResult } from '@weixiang/kit/console';
import { useTranslation } from 'react-i18next';
import type { ProjectsQuery } from '../generated/graphql.js';
import { useStepReasons } from '../list/use-step-reasons.js';
import { PublishProjectDocument, StepProjectDocument } from './project.documents.js';
import { ProjectStepsOfDocument } from './projects.documents.js';

type Project = ProjectsQuery['projects']['edges'][number]['node'];

/** Steps that are taken on many projects at once and what they need, with the one that leads back where there is one that asks no words. */
const steps: readonly { name: string; needs: string; back?: string; asksWords?: true }[] = [
  { name: 'submit', needs: 'project.edit' },
  { name: 'approve', needs: 'project.review' },
  { name: 'start', needs: 'project.run' },
  { name: 'pause', needs: 'project.run', back: 'resume', asksWords: true },
  { name: 'resume', needs: 'project.run' },
];

/** What can be done to several projects at once: the steps that come in batches, and showing them to everybody. */
export function useProjectDeeds(): BulkDeed<Project>[] {
  const { t } = useTranslation();
  const client = useApolloClient();
  const holds = useHolds();
  const reasons = useStepReasons(async (ids) => {
    const { data } = await client.query({ query: ProjectStepsOfDocument, variables: { ids }, fetchPolicy: 'no-cache' });
    return data?.projects.nodes ?? [];
  });
  const onDone = () => void client.refetchQueries({ include: ['Projects', 'Catalogue'] });
  const take = async ({ id, version }: Pick<Project, 'id' | 'version'>, step: string, words?: string) => {
    const { data } = await client.mutate({ mutation: StepProjectDocument, variables: { input: { id, version, step, words, idempotencyKey: newKey() } } });
    return data?.stepProject;
  };
  const taken: BulkDeed<Project>[] = steps.filter(({ needs }) => holds(needs)).map(({ name, back, asksWords }) => ({
    name,
    label: t(`projects.step.${name}`),
    reasons: reasons(name),
    form: asksWords && <WordsField name="words" label={t('life.words')} hint={t('life.wordsHint')} isRequired autoFocus />,
    onDone,
    run: ({ text }) => async (project): Promise<RowResult> => {
      const done = await take(project, name, text('words'));
      const now = done?.project;
      if (!now) return resultOf(done?.refusals ?? [{ message: '' }]);
      return back ? { undo: async () => resultOf((await take(now, back))?.refusals).refused } : {};
    },
  }));
  const publish: BulkDeed<Project> = {
    name: 'publish',
    label: t('projects.publish'),
    reasons: (rows) => new Map(rows.filter(({ isPublic }) => isPublic).map(({ id }) => [id, t('projects.isPublic')])),
    note: t('projects.publishMeans'),
    onDone,
    run: () => async ({ id, version }) => {
      const { data } = await client.mutate({ mutation: PublishProjectDocument, variables: { input: { id, version, idempotencyKey: newKey() } } });
      return resultOf(data?.publishProject.refusals);
    },
  };
  return [...taken, ...(holds('project.publish') ? [publish] : [])];
}
