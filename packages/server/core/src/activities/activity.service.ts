import { optionalWords, refuse, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { attachToActivity } from '../photos/photo.service.js';
import { Project } from '../projects/project.entity.js';
import { VocabularyKind, VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { Activity } from './activity.entity.js';
import type { RecordActivityInput } from './activity.inputs.js';

/** Records an activity of a project; one before the signing is as good as any. */
export async function recordActivity(tx: Transaction, input: RecordActivityInput): Promise<Activity> {
  const project = await tx.load(Project, input.project, 'recordActivity', { field: 'project' });
  const kind = await tx.refer(VocabularyTerm, input.kind, 'kind');
  if (kind.kind !== VocabularyKind.ACTIVITY_KIND) throw refuse('NOT_FOUND', 'kind');
  if (input.date > dateIn(tx.now, tx.tenant.timeZone)) throw refuse('DATE_IN_FUTURE', 'date');
  const minors = input.minors ?? 0;
  if (input.visits < 0) throw refuse('NUMBER_NEGATIVE', 'visits');
  if (minors < 0) throw refuse('NUMBER_NEGATIVE', 'minors');
  if (minors > input.visits) throw refuse('MINORS_EXCEED_VISITS', 'minors');
  const quantity = input.quantity ?? null;
  const quantityUnit = optionalWords(input.quantityUnit, 'quantityUnit', 20);
  if (quantity !== null && quantity < 0) throw refuse('NUMBER_NEGATIVE', 'quantity');
  if ((quantity === null) !== (quantityUnit === null)) throw refuse('QUANTITY_NEEDS_UNIT', quantity === null ? 'quantity' : 'quantityUnit');
  const activity = tx.create(Activity, {
    project,
    orgUnit: project.orgUnit,
    orgPath: project.orgPath,
    kind,
    name: optionalWords(input.name, 'name', 100),
    date: input.date,
    place: optionalWords(input.place, 'place', 100),
    visits: input.visits,
    minors,
    quantity,
    quantityUnit,
  });
  await attachToActivity(tx, activity, project, input.photos);
  tx.announce('activity.recorded', activity);
  return activity;
}
