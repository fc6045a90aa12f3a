import { MutationInput, payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { Room } from './room.entity.js';
import { addRoom } from './room.service.js';

@InputType({ description: 'A room of a unit.' })
export class AddRoomInput extends MutationInput {
  @Field(() => ID, { description: 'The unit whose room it is.' })
  orgUnit!: string;

  @Field(() => String, { description: 'Name, at most 50 characters; different from the unit’s other rooms.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How many it holds, 1 to 1,000.' })
  seats?: number | null;
}

const RoomPayload = payloadOf('RoomPayload', { room: { type: () => Room, description: 'The room.' } });

@Resolver()
export class RoomMutations {
  @Mutation(() => RoomPayload, { description: 'Adds a room in which lessons can be held.' })
  addRoom(@Arg('input', () => AddRoomInput, { description: 'The room.' }) input: AddRoomInput, @Writes() write: Write) {
    return write('addRoom', input, async (tx) => ({ room: await addRoom(tx, input) }));
  }
}
