import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Mutation, Resolver } from 'type-graphql';
import { Activity } from './activity.entity.js';
import { RecordActivityInput } from './activity.inputs.js';
import { recordActivity } from './activity.service.js';

const ActivityPayload = payloadOf('ActivityPayload', { activity: { type: () => Activity, description: 'The activity.' } });

@Resolver()
export class ActivityMutations {
  @Mutation(() => ActivityPayload, { description: 'Records an activity that took place.' })
  recordActivity(@Arg('input', () => RecordActivityInput, { description: 'The activity.' }) input: RecordActivityInput, @Writes() write: Write) {
    return write('recordActivity', input, async (tx) => ({ activity: await recordActivity(tx, input) }));
  }
}
