import { OrgUnit } from '@weixiang/core';
import { refuse, requiredWords, type Transaction } from '@weixiang/kernel';
import { Room } from './room.entity.js';
import type { AddRoomInput } from './room.resolver.js';

/** Adds a room to a unit. */
export async function addRoom(tx: Transaction, input: AddRoomInput): Promise<Room> {
  const orgUnit = await tx.load(OrgUnit, input.orgUnit, 'addRoom', { field: 'orgUnit' });
  const name = requiredWords(input.name, 'name', 50);
  if (input.seats != null && (input.seats < 1 || input.seats > 1_000)) throw refuse('CAPACITY_INVALID', 'seats', { limit: 1_000 });
  if ((await tx.em.count(Room, { orgUnit, name })) > 0) throw refuse('ROOM_THERE_ALREADY', 'name');
  const room = tx.create(Room, { orgUnit, orgPath: orgUnit.orgPath, name, seats: input.seats ?? null });
  tx.announce('room.added', room);
  return room;
}
