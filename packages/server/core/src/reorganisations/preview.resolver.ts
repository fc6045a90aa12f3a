import { messageOf, Refusal, type RequestContext, type Transaction } from '@weixiang/kernel';
import { say } from '@weixiang/shared';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { CloseOrgUnitInput, MergeOrgUnitsInput, MoveOrgUnitInput, SplitOrgUnitInput } from './reorganisation.inputs.js';
import { foresee, foreseeAll, type Foreseen } from './reorganisation.preview.js';
import { dayOf, draftClosing, draftMerger, draftMove, draftSplit, type When } from './reorganisation.service.js';
import { ReorganisationPreview } from './reorganisation.type.js';

const nothing: Omit<Foreseen, 'problem'> = {
  units: 0, people: 0, records: 0, openWishes: 0, wishesAwaitingAnswer: 0, openProjects: 0, roles: 0, endingRoles: [], gaining: [], gainingCount: 0, losing: [], losingCount: 0,
};

@Resolver()
export class ReorganisationPreviews {
  @Query(() => ReorganisationPreview, { description: 'What moving a unit would change. It takes the rights of the move; nothing is changed.' })
  moveOrgUnitPreview(@Arg('input', () => MoveOrgUnitInput, { description: 'The move.' }) input: MoveOrgUnitInput, @Ctx() context: RequestContext): Promise<ReorganisationPreview> {
    return look(context, input, async (tx) => foresee(tx, await draftMove(tx, input, 'preview')));
  }

  @Query(() => ReorganisationPreview, { description: 'What merging units would change. It takes the rights of the merger; nothing is changed.' })
  mergeOrgUnitsPreview(@Arg('input', () => MergeOrgUnitsInput, { description: 'The merger.' }) input: MergeOrgUnitsInput, @Ctx() context: RequestContext): Promise<ReorganisationPreview> {
    return look(context, input, async (tx) => foreseeAll(tx, await draftMerger(tx, input, 'preview')));
  }

  @Query(() => ReorganisationPreview, { description: 'What splitting a unit would change. It takes the rights of the split; nothing is changed.' })
  splitOrgUnitPreview(@Arg('input', () => SplitOrgUnitInput, { description: 'The split.' }) input: SplitOrgUnitInput, @Ctx() context: RequestContext): Promise<ReorganisationPreview> {
    return look(context, input, async (tx) => foresee(tx, await draftSplit(tx, input, 'preview')));
  }

  @Query(() => ReorganisationPreview, { description: 'What closing a unit would change. It takes the rights of the closing; nothing is changed.' })
  closeOrgUnitPreview(@Arg('input', () => CloseOrgUnitInput, { description: 'The closing.' }) input: CloseOrgUnitInput, @Ctx() context: RequestContext): Promise<ReorganisationPreview> {
    return look(context, input, async (tx) => foresee(tx, await draftClosing(tx, input, 'preview')));
  }
}

/** Looks through the eyes of who asks. A refusal is part of the answer: it says what would be refused. */
async function look(context: RequestContext, when: When, run: (tx: Transaction) => Promise<Foreseen>): Promise<ReorganisationPreview> {
  const { kernel, features, language } = context;
  const refusal = ({ code, field, values }: Refusal) => ({ code, field, message: say(messageOf(features, code, values), language) });
  try {
    return await kernel.writer.run(context, async (tx) => {
      const effectiveOn = dayOf(tx, when);
      const { problem, ...foreseen } = await run(tx);
      return { ...foreseen, effectiveOn: problem ? null : effectiveOn, refusals: problem ? [refusal(problem)] : [] };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...nothing, effectiveOn: null, refusals: [refusal(error)] };
  }
}
