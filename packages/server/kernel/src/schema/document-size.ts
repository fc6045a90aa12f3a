import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** How large an operation is with its fragments written out, introspection aside. */
export interface DocumentSize {
  /** Fields inside fields. */
  depth: number;
  aliases: number;
  directives: number;
  /** Fields and fragments. */
  selections: number;
}

/** A document's fragments by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document. */
export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** Measures an operation; each fragment is looked at once, however often it is spread. */
export function sizeOf(operation: OperationDefinitionNode, fragments: Fragments): DocumentSize {
  const measured = new Map<string, DocumentSize>();

  const ofFragment = (name: string): DocumentSize => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    measured.set(name, nothing); // a circle ends here; validation refuses it
    const size = fragment ? ofSelections(fragment.selectionSet) : nothing;
    measured.set(name, size);
    return size;
  };

  const ofSelections = ({ selections }: SelectionSetNode): DocumentSize => {
    const total = { ...nothing };
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      if (isField && selection.name.value.startsWith('__')) continue;
      const inside = selection.kind === Kind.FRAGMENT_SPREAD ? ofFragment(selection.name.value) : selection.selectionSet ? ofSelections(selection.selectionSet) : nothing;
      total.depth = Math.max(total.depth, inside.depth + (isField ? 1 : 0));
      total.aliases += inside.aliases + (isField && selection.alias ? 1 : 0);
      total.selections += inside.selections + 1;
      total.directives += inside.directives + (selection.directives?.length ?? 0);
    }
    return total;
  };

  const size = ofSelections(operation.selectionSet);
  return { ...size, directives: size.directives + (operation.directives?.length ?? 0) };
}

const nothing: DocumentSize = { depth: 0, aliases: 0, directives: 0, selections: 0 };
