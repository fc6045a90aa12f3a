import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { noRefusals, problemOf, refusalsOf, type Problem, type Refusals } from '@weixiang/kit';
import { useState } from 'react';
import type { ForeseenFragment } from '../generated/graphql.js';

type Previewed<Input> = { input: Input; foreseen: ForeseenFragment };

/** Asks what a reorganisation would change: `look` keeps the answer with its input, or says why it cannot be. */
export function usePreview<TInput extends object>(document: TypedDocumentNode<{ preview: ForeseenFragment }, { input: TInput }>) {
  const client = useApolloClient();
  const [seen, setSeen] = useState<Previewed<TInput>>();
  const [isSending, setSending] = useState(false);
  const [refusals, setRefusals] = useState<Refusals>(noRefusals);
  const [problem, setProblem] = useState<Problem>();
  async function look(input: TInput) {
    setSending(true);
    setRefusals(noRefusals);
    setProblem(undefined);
    try {
      const variables: { input: TInput } & OperationVariables = { input };
      const { data } = await client.query({ query: document, variables, fetchPolicy: 'network-only' });
      if (!data) throw new Error('the server answered nothing');
      const { preview } = data;
      if (preview.refusals.length > 0) setRefusals(refusalsOf(preview.refusals));
      else setSeen({ input, foreseen: preview });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  }
  return { seen, look, isSending, refusals, problem, back: () => setSeen(undefined) };
}
