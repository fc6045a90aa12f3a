import { useQuery } from '@apollo/client/react';
import { useLabel } from '@weixiang/kit';
import { ProjectTypesDocument } from './projects.documents.js';

/** Types and aspects of projects as this tenant names them, for choices and for lists. */
export function useProjectTypes() {
  const label = useLabel();
  const { data } = useQuery(ProjectTypesDocument);
  const types = (data?.projectTypes ?? []).map((type) => ({ value: type.name, label: label(type.label) }));
  return {
    types,
    aspects: (data?.aspects ?? []).map((term) => ({ value: term.id, label: label(term.label) })),
    /** The type's name in words; a type that nobody provides keeps its own. */
    nameOf: (type: string) => types.find(({ value }) => value === type)?.label ?? type,
  };
}
