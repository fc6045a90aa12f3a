import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { keyring } from './idempotency.js';
import { problemOf, type Problem } from './problem.js';
import { noRefusals, refusalsOf, type Refusal, type Refusals } from './refusals.js';

type Payload = { refusals: readonly Refusal[] };
type Outcome = { refusals: Refusals; problem: Problem | undefined };
const nothingYet: Outcome = { refusals: noRefusals, problem: undefined };

/**
 * A mutation as a form needs it: `send` resolves to the payload, or to undefined when it was refused or lost,
 * and then `refusals` or `problem` say why; `wasLost` says that an earlier visit, whose key `keptAs` kept, got no answer. Sends an `idempotencyKey` with the input, so pressing again is safe.
 *
 * `const { send, isSending, refusals, problem } = useRefusingMutation(MakeWishDocument, (data) => data.makeWish)`
 */
export function useRefusingMutation<TData, TInput extends object, TPayload extends Payload>(
  document: TypedDocumentNode<TData, { input: TInput }>,
  payloadOf: (data: TData) => TPayload,
  options: { refetch?: readonly string[]; keptAs?: string } = {},
) {
  const [keys] = useState(() => keyring(options.keptAs));
  const [outcome, setOutcome] = useState<Outcome>(nothingYet);
  const last = useRef<readonly Refusal[]>([]);
  const [mutate, { loading }] = useMutation<TData, { input: TInput } & OperationVariables>(document);

  async function send(input: TInput): Promise<TPayload | undefined> {
    setOutcome(nothingYet);
    last.current = [];
    const keyed = { ...input, idempotencyKey: keys.keyFor(input) };
    try {
      const { data } = await mutate({
        variables: { input: keyed },
        refetchQueries: options.refetch ? [...options.refetch] : undefined,
      });
      // A mutation without an error policy throws instead of answering nothing; this keeps the types honest.
      if (!data) throw new Error('the server answered nothing');
      keys.answered();
      const payload = payloadOf(data);
      last.current = payload.refusals;
      setOutcome({ refusals: refusalsOf(payload.refusals), problem: undefined });
      return payload.refusals.length === 0 ? payload : undefined;
    } catch (error) {
      setOutcome({ refusals: noRefusals, problem: problemOf(error) });
      return undefined;
    }
  }
  /** What the last answer refused, also before the page has been drawn again. */
  const latest = () => last.current;
  return { send, isSending: loading, wasLost: keys.wasLost, ...outcome, latest, forget: () => setOutcome(nothingYet) };
}
