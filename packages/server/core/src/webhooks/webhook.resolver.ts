import { Forbidden, indexOf, payloadOf, type RequestContext, TextType, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Webhook } from './webhook.entity.js';
import { CreateWebhookInput, EditWebhookInput, ReplayDeliveryInput, WebhookInput } from './webhook.inputs.js';
import { createWebhook, deleteWebhook, editWebhook, renewWebhookSecret, replayDelivery } from './webhook.service.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

const webhook = { type: () => Webhook, description: 'The subscription as it is now.' };
const secret = { type: () => String, description: 'Signs what is sent; it is told here once.' };
const WebhookPayload = payloadOf('WebhookPayload', { webhook });
const WebhookSecretPayload = payloadOf('WebhookSecretPayload', { webhook, secret });
const DeleteWebhookPayload = payloadOf('DeleteWebhookPayload', { isDeleted: { type: () => Boolean, description: 'Whether it is gone.' } });
const ReplayDeliveryPayload = payloadOf('ReplayDeliveryPayload', { delivery: { type: () => WebhookDelivery, description: 'The delivery, waiting again.' } });

@ObjectType({ description: 'An event that other products can be told of.' })
export class WebhookEvent {
  @Field(() => String, { description: 'Its name, for example wish.accepted.' })
  name!: string;

  @Field(() => TextType, { description: 'What it is called.' })
  label!: TextType;
}

@Resolver()
export class WebhookResolver {
  @Query(() => [WebhookEvent], { description: 'Events that other products can be told of; for who looks after subscriptions.' })
  webhookEvents(@Ctx() { features, ability }: RequestContext): WebhookEvent[] {
    if (!ability.can('manage', 'Webhook')) throw new Forbidden('manage Webhook');
    return [...indexOf(features).events].map(([name, { label }]) => ({ name, label }));
  }

  @Mutation(() => WebhookSecretPayload, { description: 'Lets another product be told of events, and gives its secret, once. Not repeatable by a key: an answer that is kept would keep the secret.' })
  async createWebhook(@Arg('input', () => CreateWebhookInput, { description: 'The subscription.' }) input: CreateWebhookInput, @Ctx() { kernel }: RequestContext, @Writes() write: Write) {
    return write('createWebhook', {}, (tx) => createWebhook(tx, input, kernel.options.allowsPrivateTargets === true));
  }

  @Mutation(() => WebhookPayload, { description: 'Changes a subscription, switches it off, or on again.' })
  editWebhook(@Arg('input', () => EditWebhookInput, { description: 'What changes.' }) input: EditWebhookInput, @Ctx() { kernel }: RequestContext, @Writes() write: Write) {
    return write('editWebhook', input, async (tx) => ({ webhook: await editWebhook(tx, input, kernel.options.allowsPrivateTargets === true) }));
  }

  @Mutation(() => WebhookSecretPayload, { description: 'Gives a subscription a new secret, told once; the old one signs nothing any more.' })
  renewWebhookSecret(@Arg('input', () => WebhookInput, { description: 'Which.' }) input: WebhookInput, @Writes() write: Write) {
    return write('renewWebhookSecret', {}, (tx) => renewWebhookSecret(tx, input));
  }

  @Mutation(() => DeleteWebhookPayload, { description: 'Ends a subscription, with the log of what it was sent.' })
  deleteWebhook(@Arg('input', () => WebhookInput, { description: 'Which.' }) input: WebhookInput, @Writes() write: Write) {
    return write('deleteWebhook', input, async (tx) => {
      await deleteWebhook(tx, input);
      return { isDeleted: true };
    });
  }

  @Mutation(() => ReplayDeliveryPayload, { description: 'Sends a delivery once more, with the rights of this moment.' })
  replayDelivery(@Arg('input', () => ReplayDeliveryInput, { description: 'Which.' }) input: ReplayDeliveryInput, @Writes() write: Write) {
    return write('replayDelivery', input, async (tx) => ({ delivery: await replayDelivery(tx, input) }));
  }
}
