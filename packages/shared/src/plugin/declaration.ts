import { isRoleKey, type RoleKey } from '../roles.js';
import type { Text } from '../text.js';
import type { Workflow } from '../workflow/index.js';

/** How far a permission reaches: the whole tenant, the subtree of the unit where the role is held, or one's own. */
export type PermissionLevel = 'tenant' | 'unit' | 'own';

/** A permission: what it is called, how far it reaches, which roles have it from the start. */
export interface PermissionDefinition {
  readonly label: Text;
  readonly level: PermissionLevel;
  readonly roles: readonly RoleKey[];
  /** Not lent with a role: what is done by it would outlast the loan. */
  readonly staysWithHolder?: true;
}

/** A type of project that a plugin provides: `key` as in ledgers (`education`), `typeName` its GraphQL type. */
export interface ProjectTypeDefinition {
  readonly key: string;
  readonly label: Text;
  readonly typeName: string;
}

/** The isomorphic part of a plugin or of a feature of the core: one declaration, read by server and web. */
export interface PluginDeclaration<Name extends string = string, Permission extends string = string, Message extends string = string> {
  readonly name: Name;
  readonly label: Text;
  readonly description: Text;
  readonly dependsOn: readonly string[];
  readonly permissions: Readonly<Record<Permission, PermissionDefinition>>;
  readonly workflows: readonly Workflow[];
  readonly projectTypes: readonly ProjectTypeDefinition[];
  /** Words of refusals, by their stable code; `{name}` marks a place to fill. */
  readonly messages: Readonly<Record<Message, Text>>;
}

/** What an author writes: a `PluginDeclaration` in which whatever is empty may be left out. */
export interface PluginDefinition<Name extends string, Permission extends string, Message extends string> {
  readonly name: Name;
  readonly label: Text;
  readonly description: Text;
  readonly dependsOn?: readonly string[];
  readonly permissions: Readonly<Record<Permission, PermissionDefinition>>;
  readonly workflows?: readonly Workflow[];
  readonly projectTypes?: readonly ProjectTypeDefinition[];
  readonly messages?: Readonly<Record<Message, Text>>;
}

/** The permissions of a declaration as a union. `PermissionOf<typeof wishes> // 'wish.make' | 'wish.answer'` */
export type PermissionOf<M> = M extends PluginDeclaration<infer _Name, infer Permission, infer _Message> ? Permission : never;

/** The message codes of a declaration as a union. `MessageOf<typeof wishes> // 'WISH_TOO_LONG'` */
export type MessageOf<M> = M extends PluginDeclaration<infer _Name, infer _Permission, infer Message> ? Message : never;

/**
 * Declares a plugin. Throws one error that lists every malformed name in it; what only shows among several declarations
 * (unknown dependencies, two claiming one name) is found by `declarationProblems` at boot.
 * @example
 * export const education = definePlugin({
 *   name: 'education', label: { zh: '教育', en: 'Education' }, description: { zh: '课程与报名', en: 'Courses and enrolment' },
 *   permissions: { 'course.open': { label: { zh: '开设课程', en: 'Open courses' }, level: 'unit', roles: ['projectLead'] } },
 *   projectTypes: [{ key: 'education', label: { zh: '教育', en: 'Education' }, typeName: 'EducationProject' }],
 * });
 */
export function definePlugin<const Name extends string, const Permission extends string, const Message extends string = never>(
  definition: PluginDefinition<Name, Permission, Message>,
): PluginDeclaration<Name, Permission, Message> {
  // With no messages given, Message is never and the empty record is exactly its record.
  const noMessages = {} as Record<Message, Text>;
  const declaration = { dependsOn: [], workflows: [], projectTypes: [], messages: noMessages, ...definition };
  const problems = malformed(declaration);
  if (problems.length > 0) throw new Error(`Plugin ${declaration.name}: ${problems.join('; ')}.`);
  return Object.freeze(declaration);
}

/** Declares a feature of the core: the same declaration, since core is made of the same bricks as plugins. */
export const defineFeature = definePlugin;

function malformed(declaration: PluginDeclaration): string[] {
  const problems: string[] = [];
  if (!/^[a-z][A-Za-z0-9]*$/.test(declaration.name)) problems.push(`the name ${declaration.name} must be one word like education`);
  for (const [name, permission] of Object.entries<PermissionDefinition>(declaration.permissions)) {
    if (!/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/.test(name)) problems.push(`the permission ${name} must read like noun.verb`);
    for (const role of permission.roles) if (!isRoleKey(role)) problems.push(`${name} is given to the unknown role ${String(role)}`);
  }
  for (const { key, typeName } of declaration.projectTypes) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(key)) problems.push(`the project type ${key} must be one word like education`);
    if (!/^[A-Z][A-Za-z0-9]*Project$/.test(typeName)) problems.push(`the GraphQL type ${typeName} must end in Project`);
  }
  for (const code of Object.keys(declaration.messages)) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(code)) problems.push(`the message ${code} must be named like COURSE_FULL`);
  }
  return problems;
}
