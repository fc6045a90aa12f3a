import { subject } from '@casl/ability';
import { guardsIn, optionalWords, refuse, requiredWords, stepTo, type GuardAnswers, type Transaction } from '@weixiang/kernel';
import { dateIn } from '@weixiang/shared';
import { answerDemands, freeDemandsOf, fulfilDemandsOf } from '../demands/demand-answer.service.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { Partner } from '../partners/partner.entity.js';
import { Person } from '../people/person.entity.js';
import { standardWords } from '../wishes/wish.rules.js';
import { VocabularyKind, VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { caseOf, workflowFor, workflowOf } from './project.case.js';
import { Project } from './project.entity.js';
import { ProjectState } from './project.enums.js';
import { ProjectRecord } from './project-record.js';
import type { CreateProjectInput, EditProjectInput, PublishProjectInput, StepProjectInput } from './project.inputs.js';

const limits = { type: 50, name: 100, code: 50, plan: 5000, leadName: 50, words: 1000 } as const;

/** Plans a project; the demands that it answers become those of the project. */
export async function createProject(tx: Transaction, input: CreateProjectInput): Promise<Project> {
  const orgUnit = await tx.refer(OrgUnit, input.orgUnit, 'orgUnit');
  const type = requiredWords(input.type, 'type', limits.type);
  const code = optionalWords(input.code, 'code', limits.code);
  const name = requiredWords(input.name, 'name', limits.name);
  tx.require('create', subject('Project', { orgPath: orgUnit.orgPath, type }));
  if (orgUnit.closedOn) throw refuse('UNIT_CLOSED', 'orgUnit');
  if (code !== null && (await tx.em.count(Project, { code })) > 0) throw refuse('PROJECT_CODE_TAKEN', 'code');
  const workflow = workflowFor(tx.features, type);
  const project = tx.create(Project, {
    orgUnit,
    orgPath: orgUnit.orgPath,
    type,
    code,
    name,
    mode: input.mode ?? null,
    plan: optionalWords(input.plan, 'plan', limits.plan),
    state: asState(workflow.initial),
    workflowName: workflow.name,
    workflowVersion: workflow.version,
    recordedOn: dateIn(tx.now, tx.tenant.timeZone),
  });
  await assignParts(tx, project, input);
  tx.announce('project.created', project, { type });
  if (input.demands?.length) await answerDemands(tx, project, input.demands);
  return project;
}

/** Changes a project's plan; the state is the workflow's. */
export async function editProject(tx: Transaction, input: EditProjectInput): Promise<Project> {
  const project = await tx.load(Project, input.id, 'edit', input);
  if (workflowOf(tx.features, project).states[project.state]?.isFinal) throw refuse('PROJECT_OVER', 'id');
  if (input.name != null) project.name = requiredWords(input.name, 'name', limits.name);
  if (input.mode !== undefined) project.mode = input.mode;
  if (input.plan !== undefined) project.plan = optionalWords(input.plan, 'plan', limits.plan);
  await assignParts(tx, project, input);
  return project;
}

/** Takes a step of the project's life; from `RUNNING` on everybody may see it. */
export async function stepProject(tx: Transaction, input: StepProjectInput): Promise<Project> {
  const project = await tx.load(Project, input.id, 'step', input);
  const guards = await guardsIn(tx, workflowOf(tx.features, project), project);
  return leadProject(tx, project, input.step, { words: optionalWords(input.words, 'words', limits.words), guards });
}

/** Where a decision on a project leads; `entitled` are permissions that the decision itself gives. */
interface ProjectStepOptions {
  words: string | null;
  guards?: GuardAnswers;
  entitled?: readonly string[];
}

/** Takes a step of a loaded project's life, as its workflow allows. */
export async function leadProject(tx: Transaction, project: Project, step: string, { words, guards = {}, entitled = [] }: ProjectStepOptions): Promise<Project> {
  const subject = caseOf(tx.actor, project, guards);
  const before = project.state;
  const own = [...(subject.own ?? []), ...entitled];
  project.state = asState(stepTo(tx, workflowOf(tx.features, project), step, { ...subject, own }, { words }));
  if (project.state === ProjectState.RUNNING) project.startsOn ??= dateIn(tx.now, tx.tenant.timeZone);
  if (project.state === ProjectState.CLOSED) project.endsOn ??= dateIn(tx.now, tx.tenant.timeZone);
  if (project.state === ProjectState.RUNNING) await makePublic(tx, project);
  if (project.state !== before) await answerWithProject(tx, project);
  tx.announce(`project.${step}`, project, { words });
  return project;
}

/** What its demands asked for is done when it closes, and waits for another project when it is terminated. */
async function answerWithProject(tx: Transaction, project: Project): Promise<void> {
  if (project.state === ProjectState.CLOSED) await fulfilDemandsOf(tx, project, standardWords.completed(project.name));
  if (project.state === ProjectState.TERMINATED) await freeDemandsOf(tx, project);
}

/** Shows a project to everybody before it runs. */
export async function publishProject(tx: Transaction, input: PublishProjectInput): Promise<Project> {
  const project = await tx.load(Project, input.id, 'publish', input);
  if (project.isPublic) throw refuse('PROJECT_PUBLIC', 'id');
  await makePublic(tx, project);
  tx.announce('project.published', project);
  return project;
}

/** What is known about a public project is public too; these copies of the flag follow without an event of their own. */
export async function makePublic(tx: Transaction, project: Project): Promise<void> {
  if (project.isPublic) return;
  project.isPublic = true;
  for (const table of tablesOfFacts(tx)) {
    await tx.em.execute(`update ${table} set is_public = true where tenant_id = ? and project_id = ? and not is_public`, [tx.tenant.id, project.id]);
  }
}

/** Tables of everything that is a fact about a project: core's and every installed plugin's, enabled or not. */
function tablesOfFacts({ em }: Transaction): string[] {
  const entities = [...em.getMetadata().getAll().values()];
  return entities.filter((entity) => (entity.class?.prototype instanceof ProjectRecord || entity.tableName === 'photo') && !entity.abstract).map(({ tableName }) => tableName);
}

type Parts = Pick<EditProjectInput, 'aspect' | 'category' | 'lead' | 'leadName' | 'partner' | 'startsOn' | 'endsOn'>;

async function assignParts(tx: Transaction, project: Project, input: Parts): Promise<void> {
  if (input.aspect !== undefined) project.aspect = await termOf(tx, input.aspect, 'aspect', VocabularyKind.PROJECT_ASPECT);
  if (input.category !== undefined) project.category = await termOf(tx, input.category, 'category', VocabularyKind.PROJECT_CATEGORY);
  if (input.partner !== undefined) project.partner = await tx.referOptional(Partner, input.partner, 'partner');
  if (input.lead !== undefined) {
    project.lead = await tx.referOptional(Person, input.lead, 'lead');
    project.leadName = project.lead?.name ?? null;
  }
  if (input.leadName !== undefined) project.leadName = optionalWords(input.leadName, 'leadName', limits.leadName);
  if (input.startsOn !== undefined) project.startsOn = input.startsOn;
  if (input.endsOn !== undefined) project.endsOn = input.endsOn;
  if (project.startsOn && project.endsOn && project.endsOn < project.startsOn) throw refuse('DATES_REVERSED', 'endsOn');
}

async function termOf(tx: Transaction, id: string | null, field: string, kind: VocabularyKind): Promise<VocabularyTerm | null> {
  const term = await tx.referOptional(VocabularyTerm, id, field);
  if (term && term.kind !== kind) throw refuse('NOT_FOUND', field);
  return term;
}

/** States come from workflows; a plugin's may be further ones than the core's. */
function asState(state: string): ProjectState {
  return state as ProjectState; // checked by the workflow that gave it
}
