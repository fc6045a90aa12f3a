import { payloadOf, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AttendancePayload } from '../attendance/attendance.resolver.js';
import { PickUpAlert } from './pick-up-alert.entity.js';
import { resolvePickUpAlert } from './pick-up-alert.service.js';
import { HandOverInput, NamePickUpPersonInput, RemovePickUpPersonInput, ResolvePickUpAlertInput, UndoHandOverInput } from './pick-up.inputs.js';
import { PickUpPerson } from './pick-up-person.entity.js';
import { handOver, namePickUpPerson, removePickUpPerson, undoHandOver } from './pick-up.service.js';

const PersonPayload = payloadOf('PickUpPersonPayload', { pickUpPerson: { type: () => PickUpPerson, description: 'The adult.' } });
const AlertPayload = payloadOf('PickUpAlertPayload', { pickUpAlert: { type: () => PickUpAlert, description: 'The alert as it is now.' } });

@Resolver()
export class PickUpMutations {
  @Mutation(() => PersonPayload, { description: 'Names an adult to whom one’s child may be handed over, at most five.' })
  namePickUpPerson(@Arg('input', () => NamePickUpPersonInput, { description: 'Who.' }) input: NamePickUpPersonInput, @Writes() write: Write) {
    return write('namePickUpPerson', input, async (tx) => ({ pickUpPerson: await namePickUpPerson(tx, input) }));
  }

  @Mutation(() => PersonPayload, { description: 'Takes the name of such an adult back.' })
  removePickUpPerson(@Arg('input', () => RemovePickUpPersonInput, { description: 'Who.' }) input: RemovePickUpPersonInput, @Writes() write: Write) {
    return write('removePickUpPerson', input, async (tx) => ({ pickUpPerson: await removePickUpPerson(tx, input) }));
  }

  @Mutation(() => AttendancePayload, { description: 'Hands a child over to a named adult, or to who carries the guardian’s code.' })
  handOver(@Arg('input', () => HandOverInput, { description: 'Which child, to whom.' }) input: HandOverInput, @Ctx() { kernel: { codes } }: RequestContext, @Writes() write: Write) {
    return write('handOver', input, async (tx) => ({ attendance: await handOver(tx, codes, input) }));
  }

  @Mutation(() => AttendancePayload, { description: 'Takes a hand-over back that was tapped by mistake.' })
  undoHandOver(@Arg('input', () => UndoHandOverInput, { description: 'Which line of the lesson.' }) input: UndoHandOverInput, @Writes() write: Write) {
    return write('undoHandOver', input, async (tx) => ({ attendance: await undoHandOver(tx, input) }));
  }

  @Mutation(() => AlertPayload, { description: 'Settles an alert about a child that was not fetched, with a word on where it is.' })
  resolvePickUpAlert(@Arg('input', () => ResolvePickUpAlertInput, { description: 'Which alert, and what was found.' }) input: ResolvePickUpAlertInput, @Writes() write: Write) {
    return write('resolvePickUpAlert', input, async (tx) => ({ pickUpAlert: await resolvePickUpAlert(tx, input) }));
  }
}
