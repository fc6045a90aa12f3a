import type { WishStateName } from '@weixiang/kit';

/** An answer as the journey tells it. */
export type Answer = { id: string; state: WishStateName; words: string; answeredByLabel: string | null; at: string; isFromLedger: boolean };

/** A place on the way: reached on a day, with what was said there. */
export type Station = { state: WishStateName; at: string | undefined; answers: readonly Answer[] };

type TravellingWish = { state: WishStateName; recordedOn: string; answers: readonly Answer[] };

const wayOn: Partial<Record<WishStateName, WishStateName>> = {
  SUBMITTED: 'ACCEPTED',
  ACCEPTED: 'LISTED',
  LISTED: 'IN_PROJECT',
  IN_PROJECT: 'FULFILLED',
  FULFILLED: 'CONFIRMED',
};

/**
 * The stations that a wish has passed, each with its answers, in the order in which they were given.
 * What a ledger tells has no day: neither its answers nor a state that was reached without words.
 */
export function stationsOf({ state, recordedOn, answers }: TravellingWish): Station[] {
  const inOrder = answers.toSorted((one, other) => one.at.localeCompare(other.at));
  const stations: Station[] = [{ state: 'SUBMITTED', at: recordedOn, answers: [] }];
  for (const answer of inOrder) {
    const last = stations.at(-1);
    // Words on the way that change nothing belong to the station where they were spoken.
    if (last && last.state === answer.state) stations[stations.length - 1] = { ...last, answers: [...last.answers, answer] };
    else stations.push({ state: answer.state, at: answer.isFromLedger ? undefined : answer.at, answers: [answer] });
  }
  if (stations.at(-1)?.state !== state) stations.push({ state, at: undefined, answers: [] });
  return stations;
}

/** Where the wish goes next, or undefined when its way has ended. */
export function nextOf(state: WishStateName): WishStateName | undefined {
  return wayOn[state];
}
