import { useQuery } from '@apollo/client/react';
import { useLabel } from '@weixiang/kit';
import type { VocabularyKind } from '../generated/graphql.js';
import { VocabularyDocument } from './vocabulary.documents.js';

/** The tenant's words of one kind as choices: `const categories = useTerms('WISH_CATEGORY')`. */
export function useTerms(kind: VocabularyKind): { value: string; label: string }[] {
  const label = useLabel();
  const { data } = useQuery(VocabularyDocument, { variables: { kind } });
  return (data?.vocabulary.edges ?? []).map(({ node }) => ({ value: node.id, label: label(node.label) }));
}
