import { type FedEvent, Forbidden, heed, indexOf, type Loaded, Needs, Node, payloadOf, RecordRef, registry, type RequestContext, TextType, type Write, Writes } from '@weixiang/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Notification } from './notification.entity.js';
import { ArchiveNotificationsInput, ChooseNotificationsInput, MarkNotificationsReadInput, UndoNotificationsReadInput } from './notification.inputs.js';
import { archive, choose, markRead, undoRead, unreadCount } from './notification.service.js';
import { notificationTopic } from './tell.service.js';

const unread = { type: () => Int, description: 'How many you have not read now.' };
const count = { type: () => Int, description: 'How many it changed.' };
const MarkNotificationsReadPayload = payloadOf('MarkNotificationsReadPayload', {
  readAt: { type: () => Date, description: 'The moment by which `undoNotificationsRead` takes it back.' },
  count,
  unread,
});
const NotificationsPayload = payloadOf('NotificationsPayload', { count, unread });
const ChooseNotificationsPayload = payloadOf('ChooseNotificationsPayload', { isWanted: { type: () => Boolean, description: 'Whether you are told of that kind now.' } });

@ObjectType({ description: 'A kind of thing that you can be told, and whether you want to be.' })
export class NotificationChoice {
  @Field(() => String, { description: 'The kind, for example wish.answered.' })
  kind!: string;

  @Field(() => TextType, { description: 'What the kind is called.' })
  label!: TextType;

  @Field(() => Boolean, { description: 'Whether you are told.' })
  isWanted!: boolean;
}

@ObjectType({ description: 'That something about your notifications changed; read the list again.' })
class NotificationArrival {
  @Field(() => Int, { description: 'How many you have not read now.' })
  unread!: number;
}

@Resolver(() => Notification)
export class NotificationFields {
  @FieldResolver(() => TextType, { description: 'What you are told, without a word of the record.' })
  @Needs(() => Notification, ['kind', 'count'])
  words(@Root() { $: { kind: name, count: many } }: Loaded<Pick<Notification, 'kind' | 'count'>>, @Ctx() { features }: RequestContext): TextType {
    const kind = indexOf(features).notifications.get(name);
    if (!kind) return { zh: '一件事有了新情况', en: 'Something happened' }; // its plugin is off
    const { zh, en } = many > 1 && kind.many ? kind.many : kind.one;
    return { zh: zh.replace('{count}', String(many)), en: en.replace('{count}', String(many)) };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Path in the console at which many of this kind are looked at, and one whose record has no page there.' })
  @Needs(() => Notification, ['kind'])
  page(@Root() { $: { kind } }: Loaded<Pick<Notification, 'kind'>>, @Ctx() { features }: RequestContext): string | null {
    return indexOf(features).notifications.get(kind)?.page ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The same in the portal.' })
  @Needs(() => Notification, ['kind'])
  portalPage(@Root() { $: { kind } }: Loaded<Pick<Notification, 'kind'>>, @Ctx() { features }: RequestContext): string | null {
    return indexOf(features).notifications.get(kind)?.portalPage ?? null;
  }

  @FieldResolver(() => Node, { nullable: true, description: 'The record that it is about, the last one of many; null when you may not see it now.' })
  @Needs(() => Notification, ['subject', 'subjectId'])
  record(@Root() { $: { subject, subjectId } }: Loaded<Pick<Notification, 'subject' | 'subjectId'>>, @Ctx() { features }: RequestContext): unknown {
    const entity = registry.tableBySubject(subject)?.entity;
    const isThere = features.features.some(({ entities = [] }) => entities.some((known) => known === entity));
    return isThere ? new RecordRef(subject, subjectId) : null;
  }
}

@Resolver()
export class NotificationQueries {
  @Query(() => Int, { description: 'How many notifications you have not read; 0 for nobody.' })
  unreadNotifications(@Ctx() { kernel, tenant, actor }: RequestContext): Promise<number> {
    const { personId } = actor;
    return personId === null ? Promise.resolve(0) : kernel.database.inTenant(tenant.id, (em) => unreadCount(em, tenant.id, personId));
  }

  @Query(() => [NotificationChoice], { description: 'The kinds of things that people can choose to be told here, and which of them you want; none for nobody.' })
  async notificationChoices(@Ctx() { kernel, tenant, actor, features }: RequestContext): Promise<NotificationChoice[]> {
    if (actor.personId === null) return [];
    const muted = await kernel.database.inTenant(tenant.id, (em) =>
      em.execute<{ kind: string }[]>('select kind from notification_mute where tenant_id = ? and person_id = ?', [tenant.id, actor.personId]),
    );
    const choices = [...indexOf(features).notifications.values()].filter(({ isAlwaysTold }) => !isAlwaysTold);
    return choices.map(({ name, label }) => ({ kind: name, label, isWanted: !muted.some(({ kind }) => kind === name) }));
  }
}

@Resolver()
export class NotificationMutations {
  @Mutation(() => MarkNotificationsReadPayload, { description: 'Marks notifications as read: these, or all.' })
  markNotificationsRead(@Arg('input', () => MarkNotificationsReadInput, { description: 'Which.' }) input: MarkNotificationsReadInput, @Writes() write: Write) {
    return write('markNotificationsRead', input, (tx) => markRead(tx, input));
  }

  @Mutation(() => NotificationsPayload, { description: 'Takes a reading back: what was marked at that moment is unread again.' })
  undoNotificationsRead(@Arg('input', () => UndoNotificationsReadInput, { description: 'Which reading.' }) input: UndoNotificationsReadInput, @Writes() write: Write) {
    return write('undoNotificationsRead', input, (tx) => undoRead(tx, input));
  }

  @Mutation(() => NotificationsPayload, { description: 'Puts notifications away, or takes them out again.' })
  archiveNotifications(@Arg('input', () => ArchiveNotificationsInput, { description: 'Which.' }) input: ArchiveNotificationsInput, @Writes() write: Write) {
    return write('archiveNotifications', input, (tx) => archive(tx, input));
  }

  @Mutation(() => ChooseNotificationsPayload, { description: 'Keeps whether you want to be told of one kind of thing.' })
  chooseNotifications(@Arg('input', () => ChooseNotificationsInput, { description: 'The kind and the choice.' }) input: ChooseNotificationsInput, @Writes() write: Write) {
    return write('chooseNotifications', input, async (tx) => {
      await choose(tx, input);
      return { isWanted: input.isWanted };
    });
  }
}

@Resolver()
export class NotificationSubscription {
  @Subscription(() => NotificationArrival, {
    description: 'Your count of unread notifications, whenever it may have changed: one arrived, or you read it in another window.',
    subscribe: ({ context, info }: { context: RequestContext; info: GraphQLResolveInfo }) => followOwn(context, info),
  })
  async notificationArrived(@Root() { subjectId }: FedEvent, @Ctx() { kernel, tenant }: RequestContext): Promise<NotificationArrival> {
    return { unread: await kernel.database.inTenant(tenant.id, (em) => unreadCount(em, tenant.id, subjectId)) };
  }
}

/** @throws Forbidden for nobody. */
function followOwn(context: RequestContext, info: GraphQLResolveInfo) {
  const { personId } = context.actor;
  if (personId === null) throw new Forbidden('read Notification');
  return heed(context, info, notificationTopic, personId);
}
