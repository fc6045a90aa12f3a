import { payloadOf, type RequestContext, type Write, Writes } from '@weixiang/kernel';
import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { Lesson } from '../lessons/lesson.entity.js';
import { Attendance } from './attendance.entity.js';
import { CheckInInput, MakeFamilyCodeInput, MakeRoomCodeInput, MarkAttendanceInput, ScanFamilyCodeInput } from './attendance.inputs.js';
import { markAttendance } from './attendance.service.js';
import { checkIn, makeFamilyCode, makeRoomCode, scanFamilyCode } from './check-in.service.js';

const MarkPayload = payloadOf('MarkAttendancePayload', {
  lesson: { type: () => Lesson, description: 'The lesson.' },
  marked: { type: () => Int, description: 'How many marks counted; those that something later stands against did not.' },
});
const CodePayload = payloadOf('CheckInCodePayload', {
  code: { type: () => String, description: 'The code, for a QR picture.' },
  expiresAt: { type: () => Date, description: 'Until when it is taken.' },
});
/** What every mutation of one learner in one lesson answers with. */
export const AttendancePayload: ReturnType<typeof payloadOf> = payloadOf('AttendancePayload', {
  attendance: { type: () => Attendance, description: 'The learner’s line of the lesson as it is now.' },
});

@Resolver()
export class AttendanceMutations {
  @Mutation(() => MarkPayload, { description: 'Marks who came, by list. Bears being sent again, and being sent late by a phone that had no network.' })
  markAttendance(@Arg('input', () => MarkAttendanceInput, { description: 'Who came.' }) input: MarkAttendanceInput, @Writes() write: Write) {
    return write('markAttendance', input, async (tx) => ({ ...(await markAttendance(tx, input)) }));
  }

  @Mutation(() => CodePayload, { description: 'A code for the screen of the room, taken for a minute: guardians and learners scan it to check in.' })
  makeRoomCode(@Arg('input', () => MakeRoomCodeInput, { description: 'The lesson.' }) input: MakeRoomCodeInput, @Ctx() { kernel: { codes } }: RequestContext, @Writes() write: Write) {
    return write('makeRoomCode', input, async (tx) => ({ ...(await makeRoomCode(tx, codes, input)) }));
  }

  @Mutation(() => CodePayload, { description: 'A code for the guardian’s phone, taken for three minutes: who holds the lesson scans it when the child comes or is fetched.' })
  makeFamilyCode(@Arg('input', () => MakeFamilyCodeInput, { description: 'The enrolment.' }) input: MakeFamilyCodeInput, @Ctx() { kernel: { codes } }: RequestContext, @Writes() write: Write) {
    return write('makeFamilyCode', input, async (tx) => ({ ...(await makeFamilyCode(tx, codes, input)) }));
  }

  @Mutation(() => AttendancePayload, { description: 'Comes to the lesson whose room shows the code. Refused with CODE_INVALID, CODE_EXPIRED, CODE_USED, CHILD_AMBIGUOUS.' })
  checkIn(@Arg('input', () => CheckInInput, { description: 'The code.' }) input: CheckInInput, @Ctx() { kernel: { codes } }: RequestContext, @Writes() write: Write) {
    return write('checkIn', input, async (tx) => ({ attendance: await checkIn(tx, codes, input) }));
  }

  @Mutation(() => AttendancePayload, { description: 'Lets in whose code the guardian’s phone shows. A code counts once a lesson.' })
  scanFamilyCode(@Arg('input', () => ScanFamilyCodeInput, { description: 'The code, and the lesson.' }) input: ScanFamilyCodeInput, @Ctx() { kernel: { codes } }: RequestContext, @Writes() write: Write) {
    return write('scanFamilyCode', input, async (tx) => ({ attendance: await scanFamilyCode(tx, codes, input) }));
  }
}
