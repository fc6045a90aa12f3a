import { indexOf, TextType, type FeatureSet } from '@weixiang/kernel';
import { PROJECT_TYPE_WORDS, sameText, type Text } from '@weixiang/shared';
import { Field, ObjectType } from 'type-graphql';

/** Types that every tenant has: projects with nothing beyond the core. */
const plainTypes = ['general'];

@ObjectType({ description: 'A type that a new project can have.' })
export class ProjectType {
  @Field(() => String, { description: 'Key, as `Project.type` and ledgers have it.' })
  name!: string;

  @Field(() => TextType, { description: 'What it is called.' })
  label!: TextType;

  @Field(() => String, { nullable: true, description: 'The enabled plugin that provides it; null for a plain project.' })
  plugin!: string | null;
}

/** Types that new projects can have: the enabled plugins' and the plain ones. */
export function projectTypesOf(features: FeatureSet): ProjectType[] {
  const { projectTypes } = indexOf(features);
  const provided = [...projectTypes.values()].map(({ key, label, feature }) => ({ name: key, label, plugin: feature }));
  const plain = plainTypes.filter((key) => !projectTypes.has(key));
  return [...provided, ...plain.map((name) => ({ name, label: wordsOf(name), plugin: null }))];
}

/** What a type is called, whether or not anybody provides it. */
export function typeLabel(features: FeatureSet, type: string): Text {
  return projectTypesOf(features).find(({ name }) => name === type)?.label ?? wordsOf(type);
}

function wordsOf(type: string): Text {
  return (Object.hasOwn(PROJECT_TYPE_WORDS, type) ? PROJECT_TYPE_WORDS[type] : undefined) ?? sameText(type);
}
