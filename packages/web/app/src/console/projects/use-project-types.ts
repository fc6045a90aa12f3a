import { useQuery } from '@apollo/client/react';
import { useLabel } from '@weixiang/kit';
import { ProjectTypesDocument } from './projects.documents.js';

/** The types that a new project can have here, as choices. */
export function useProjectTypes(): { value: string; label: string }[] {
  const label = useLabel();
  const { data } = useQuery(ProjectTypesDocument);
  return (data?.projectTypes ?? []).map((type) => ({ value: type.name, label: label(type.label) }));
}
