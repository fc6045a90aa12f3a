import { getOperationAST, Kind, OperationTypeNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createParameterDecorator, type getMetadataStorage, type ResolverData } from 'type-graphql';
import type { WritingContext } from '../request/writing-context.js';
import type { Write } from '../write/write.js';

type Metadata = ReturnType<typeof getMetadataStorage>;

/** Mark, in a mutation's extensions, of one whose resolver is given its arguments and `write`, and nothing else. */
export const writesAlone = 'writesAlone';

const writeOf = ({ context }: ResolverData<WritingContext>): Write => context.write;

/**
 * The parameter by which a resolver writes. A mutation that takes nothing else beside its arguments is known to do nothing by
 * who asks but in the write's own transaction, which looks them up itself (docs/adr/0032).
 * @example `answerWish(@Arg('input', …) input: AnswerWishInput, @Writes() write: Write) { return write('answerWish', input, …) }`
 */
export function Writes(): ReturnType<typeof createParameterDecorator> {
  return createParameterDecorator(writeOf);
}

/** Marks the mutations that only write, by what their parameters are declared to be. */
export function marksOfWriting({ mutations, params }: Metadata): Metadata['fieldExtensions'] {
  return mutations.flatMap(({ target, methodName }) => {
    const given = params.filter((param) => param.target === target && param.methodName === methodName);
    const others = given.filter((param) => !isWrite(param) && param.kind !== 'arg' && param.kind !== 'args');
    return given.some(isWrite) && others.length === 0 ? [{ target, fieldName: methodName, extensions: { [writesAlone]: true } }] : [];
  });
}

function isWrite(param: Metadata['params'][number]): boolean {
  return param.kind === 'custom' && param.resolver === writeOf;
}

/** Whether every root field of an operation is a mutation that only writes; into fragments it is not looked. */
export function onlyWrites(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION) return false;
  const mutations = schema.getMutationType()?.getFields() ?? {};
  return operation.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && mutations[selection.name.value]?.extensions[writesAlone] === true);
}
