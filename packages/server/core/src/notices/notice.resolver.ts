import { payloadOf, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, Extensions, Field, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Notice } from './notice.entity.js';
import { PublishNoticeInput } from './notice.inputs.js';
import { noticeHead, publishNotice, walkNotices } from './notice.service.js';

const NoticePayload = payloadOf('NoticePayload', { notice: { type: () => Notice, description: 'The notice.' } });

@ObjectType({ description: 'The series of notices, recomputed from its first to its last.' })
export class NoticeChain {
  @Field(() => Int, { description: 'How many notices there are.' })
  length!: number;

  @Field(() => String, { description: 'Hash of the last one; 64 zeros when there is none.' })
  head!: string;

  @Field(() => Boolean, { description: 'Whether every notice is as it was published and none is missing between them.' })
  intact!: boolean;

  @Field(() => Int, { nullable: true, description: 'Number of the first notice that was changed or is missing; null when all are intact.' })
  brokenAt!: number | null;
}

@ObjectType({ description: 'How far the series of notices reaches: keep it, and a later series that lacks the notice or has another in its place is not the same.' })
export class NoticeHead {
  @Field(() => Int, { description: 'How many notices were ever published; the number of the last one.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'Hash of the last one; 64 zeros when there is none, null when it is gone.' })
  hash!: string | null;
}

@Resolver()
export class NoticeResolver {
  @Query(() => NoticeHead, { description: 'The end of the public series of notices; anybody may ask.' })
  noticeHead(@Ctx() { kernel, tenant }: RequestContext): Promise<NoticeHead> {
    return kernel.database.inTenant(tenant.id, (em) => noticeHead({ em, tenant }));
  }

  // It walks through every notice there is.
  @Extensions({ cost: 10_000 })
  @Query(() => NoticeChain, { description: 'Whether the public series of notices is intact; anybody may ask, and may recompute it from the notices.' })
  async noticeChain(@Ctx() { kernel, tenant, requestId }: RequestContext): Promise<NoticeChain> {
    const { length, head, brokenAt } = await kernel.asSystem(tenant, requestId, walkNotices);
    return { length, head, intact: brokenAt === null, brokenAt };
  }

  @Mutation(() => NoticePayload, { description: 'Makes words public for good; a mistake is mended by a further notice.' })
  publishNotice(@Arg('input', () => PublishNoticeInput, { description: 'The words.' }) input: PublishNoticeInput, @Writes() write: Write) {
    return write('publishNotice', input, async (tx) => ({ notice: await publishNotice(tx, input) }));
  }
}
