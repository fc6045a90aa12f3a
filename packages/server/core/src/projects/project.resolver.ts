import { AvailableStep, defaultPageSize, guardsFor, type Loaded, maxPageSize, Needs, payloadOf, type RequestContext, stepsOf, TextType, type Write, Writes } from '@weixiang/kernel';
import { say } from '@weixiang/shared';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { historyOf, noHistory } from '../history/history.service.js';
import { HistoryEntryConnection } from '../history/history.type.js';
import { caseOf, mayTrace, workflowOf } from './project.case.js';
import { Project } from './project.entity.js';
import { CreateProjectInput, EditProjectInput, PublishProjectInput, StepProjectInput } from './project.inputs.js';
import { createProject, editProject, publishProject, stepProject } from './project.service.js';
import { ProjectType, projectTypesOf, typeLabel } from './project-type.js';
import { drawn, WorkflowType } from './workflow.type.js';

const ProjectPayload = payloadOf('ProjectPayload', { project: { type: () => Project, description: 'The project as it is now.' } });

@Resolver()
export class ProjectMutations {
  @Query(() => [ProjectType], { description: 'Types that a new project can have: the enabled plugins’ and the plain ones.' })
  projectTypes(@Ctx() { features }: RequestContext): ProjectType[] {
    return projectTypesOf(features);
  }

  @Mutation(() => ProjectPayload, { description: 'Plans a project, for demands if they are given.' })
  createProject(@Arg('input', () => CreateProjectInput, { description: 'The project.' }) input: CreateProjectInput, @Writes() write: Write) {
    return write('createProject', input, async (tx) => ({ project: await createProject(tx, input) }));
  }

  @Mutation(() => ProjectPayload, { description: 'Changes a project’s plan, parties and dates.' })
  editProject(@Arg('input', () => EditProjectInput, { description: 'What changes.' }) input: EditProjectInput, @Writes() write: Write) {
    return write('editProject', input, async (tx) => ({ project: await editProject(tx, input) }));
  }

  @Mutation(() => ProjectPayload, { description: 'Takes a step of a project’s life; from its start on everybody may see it.' })
  stepProject(@Arg('input', () => StepProjectInput, { description: 'Which step, and why.' }) input: StepProjectInput, @Writes() write: Write) {
    return write('stepProject', input, async (tx) => ({ project: await stepProject(tx, input) }));
  }

  @Mutation(() => ProjectPayload, { description: 'Shows a project to everybody before it runs.' })
  publishProject(@Arg('input', () => PublishProjectInput, { description: 'Which project.' }) input: PublishProjectInput, @Writes() write: Write) {
    return write('publishProject', input, async (tx) => ({ project: await publishProject(tx, input) }));
  }
}

@Resolver(() => Project)
export class ProjectFields {
  @FieldResolver(() => TextType, { description: 'What its type is called.' })
  @Needs(() => Project, ['type'])
  typeLabel(@Root() { $: { type } }: Loaded<Project>, @Ctx() { features }: RequestContext): TextType {
    return typeLabel(features, type);
  }

  @FieldResolver(() => [AvailableStep], { description: 'Steps that leave the present state, each with the reason where you may not take it.' })
  @Needs(() => Project, ['id', 'type', 'state', 'orgPath', 'lead', 'workflowName', 'workflowVersion'])
  async availableSteps(@Root() { $: project }: Loaded<Project>, @Ctx() context: RequestContext): Promise<AvailableStep[]> {
    const workflow = workflowOf(context.features, project);
    const guards = await guardsFor(context, workflow, project);
    const steps = stepsOf(workflow, context.actor, caseOf(context.actor, project, guards));
    return steps.map((step) => ({ ...step, reason: step.reason && say(step.reason, context.language) }));
  }

  @FieldResolver(() => WorkflowType, { description: 'The life that it began on and ends on, for its diagram.' })
  @Needs(() => Project, ['workflowName', 'workflowVersion'])
  workflow(@Root() { $: project }: Loaded<Project>, @Ctx() { features }: RequestContext): WorkflowType {
    return drawn(workflowOf(features, project));
  }
  @FieldResolver(() => HistoryEntryConnection, { description: 'What happened to it, latest first; for staff who may see the project, and its lead. Empty for others.' })
  @Needs(() => Project, ['id', 'type', 'orgPath', 'lead'])
  async history(
    @Root() { $: project }: Loaded<Project>,
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: defaultPageSize, description: `How many at most, up to ${maxPageSize}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last one seen.' }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HistoryEntryConnection> {
    return mayTrace(context.actor, project) ? historyOf(context, info, project.id, { first, after }) : noHistory;
  }
}
