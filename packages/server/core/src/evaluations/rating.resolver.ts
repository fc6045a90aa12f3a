import { type Loaded, maxPageSize, Needs, payloadOf, RecordRef, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ballotFacts, ballotFor, type BallotFacts } from './ballot.loader.js';
import { Ballot } from './ballot.type.js';
import { EvaluationRound } from './evaluation-round.entity.js';
import { RateProjectInput } from './rating.inputs.js';
import { reachingPaths } from './rating.rules.js';
import { rateProject } from './rating.service.js';

const RatingPayload = payloadOf('RatingPayload', { evaluationRound: { type: () => EvaluationRound, description: 'The round; `ballot` says what you gave.' } });

@Resolver()
export class RatingMutations {
  @Mutation(() => RatingPayload, { description: 'Rates a project in its open round; once more, it changes the rating.' })
  rateProject(@Arg('input', () => RateProjectInput, { description: 'The rating.' }) input: RateProjectInput, @Writes() write: Write) {
    return write('rateProject', input, async (tx) => ({ evaluationRound: await rateProject(tx, input) }));
  }

  @Query(() => [EvaluationRound], { description: 'Open rounds of projects that reach you as a resident and that you have not rated yet, the one that closes first at the top.' })
  async roundsToRate(
    @Ctx() { kernel, tenant, actor, now }: RequestContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: `How many at most, up to ${maxPageSize}.` }) first: number,
  ): Promise<RecordRef[]> {
    const paths = reachingPaths(actor);
    if (paths.length === 0) return [];
    const rows = await kernel.database.inTenant(tenant.id, (em) =>
      em.execute<{ id: string }[]>(
        `select round.id from evaluation_round round
         join project on project.tenant_id = round.tenant_id and project.id = round.project_id
         where round.tenant_id = ? and round.state = 'OPEN' and round.closes_at > ? and round.is_public
           and round.org_path in (${paths.map(() => '?').join(', ')}) and project.lead_id is distinct from ?::uuid
           and not exists (select from rating given where given.tenant_id = round.tenant_id and given.round_id = round.id and given.person_id = ?::uuid)
         order by round.closes_at, round.id limit ${Math.min(Math.max(first, 1), maxPageSize)}`,
        [tenant.id, now, ...paths, actor.personId, actor.personId],
      ),
    );
    return rows.map(({ id }) => new RecordRef('EvaluationRound', id));
  }
}

@Resolver(() => EvaluationRound)
export class BallotField {
  @FieldResolver(() => Ballot, { description: 'What you may do in it, and what you gave.' })
  @Needs(() => EvaluationRound, ballotFacts)
  ballot(@Root() { $: round }: Loaded<BallotFacts>, @Ctx() context: RequestContext): Promise<Ballot> {
    return ballotFor(context, round);
  }
}
