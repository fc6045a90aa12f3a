import { EditInput, payloadOf, refuse, type Transaction, type Write, Writes } from '@weixiang/kernel';
import { Arg, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { VocabularyKind, VocabularyTerm } from '../vocabulary/vocabulary-term.entity.js';
import { OrgUnit, publicNameOf } from './org-unit.entity.js';

@InputType({ description: 'How units of a kind are called in public.' })
export class EditUnitKindInput extends EditInput {
  @Field(() => Boolean, { description: 'Whether such a unit bears somebody’s name, which the public then sees as 唐某某.' })
  namesPeople!: boolean;
}

const UnitKindPayload = payloadOf('UnitKindPayload', { kind: { type: () => VocabularyTerm, description: 'The kind as it is now.' } });

@Resolver()
export class UnitKindMutations {
  @Mutation(() => UnitKindPayload, { description: 'Says whether units of a kind bear people’s names; all of them are called so from now on. Tenant administrators only.' })
  editUnitKind(@Arg('input', () => EditUnitKindInput, { description: 'The kind.' }) input: EditUnitKindInput, @Writes() write: Write) {
    return write('editUnitKind', input, async (tx) => ({ kind: await editUnitKind(tx, input) }));
  }
}

async function editUnitKind(tx: Transaction, input: EditUnitKindInput): Promise<VocabularyTerm> {
  const kind = await tx.load(VocabularyTerm, input.id, 'edit', input);
  if (kind.kind !== VocabularyKind.ORG_UNIT_KIND) throw refuse('NOT_FOUND', 'id');
  kind.namesPeople = input.namesPeople;
  for (const unit of await tx.em.find(OrgUnit, { kind })) unit.publicName = publicNameOf(unit.name, kind);
  return kind;
}
