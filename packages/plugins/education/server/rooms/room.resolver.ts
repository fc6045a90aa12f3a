import { OrgUnit } from '@weixiang/core';
import { MutationInput, payloadOf, refuse, requiredWords, type RequestContext, type Transaction } from '@weixiang/kernel';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { Room } from './room.entity.js';

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
  addRoom(@Arg('input', () => AddRoomInput, { description: 'The room.' }) input: AddRoomInput, @Ctx() { write }: RequestContext) {
    return write('addRoom', input, async (tx) => ({ room: await addRoom(tx, input) }));
  }
}

/** Adds a room to a unit. */
async function addRoom(tx: Transaction, input: AddRoomInput): Promise<Room> {
  const orgUnit = await tx.load(OrgUnit, input.orgUnit, 'addRoom', { field: 'orgUnit' });
  const name = requiredWords(input.name, 'name', 50);
  if (input.seats != null && (input.seats < 1 || input.seats > 1_000)) throw refuse('CAPACITY_INVALID', 'seats', { limit: 1_000 });
  if ((await tx.em.count(Room, { orgUnit, name })) > 0) throw refuse('ROOM_THERE_ALREADY', 'name');
  const room = tx.create(Room, { orgUnit, orgPath: orgUnit.orgPath, name, seats: input.seats ?? null });
  tx.announce('room.added', room);
  return room;
}
