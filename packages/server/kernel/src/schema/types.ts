import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';

/** Words in both languages; `Text` in the schema. */
@ObjectType('Text', { description: 'Words in both languages of the product.' })
export class TextType {
  @Field(() => String, { description: 'In Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;
}

/** Why a mutation changed nothing; `Refusal` in the schema. */
@ObjectType('Refusal', { description: 'Why a mutation changed nothing, and what can be mended. Data, not an error.' })
export class RefusalType {
  @Field(() => String, { description: 'Stable code, for example NOT_FOUND.' })
  code!: string;

  @Field(() => String, { description: 'The reason in the language of the person.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'Field of the input to mend; null when no single one is to blame.' })
  field!: string | null;
}

/** How many records have one value of a property. */
@ObjectType({ description: 'How many records are in one state.' })
export class StateCount {
  @Field(() => String, { description: 'The state.' })
  key!: string;

  @Field(() => Int, { description: 'Records in this state that you may see.' })
  count!: number;
}

/** A step of a record's workflow, as the person who asks may take it; shape of shared's `AvailableStep` in one language. */
@ObjectType({ description: 'A step that leaves the present state, and whether you may take it now.' })
export class AvailableStep {
  @Field(() => String, { description: 'Name of the step in its workflow.' })
  name!: string;

  @Field(() => TextType, { description: 'What the step is called.' })
  label!: TextType;

  @Field(() => Boolean, { description: 'Whether you may take it now.' })
  allowed!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, in your language; null when it is allowed.' })
  reason!: string | null;

  @Field(() => String, { description: 'The state it leads to.' })
  to!: string;
}
