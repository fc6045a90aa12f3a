import { Needs, TextType, type Loaded } from '@weixiang/kernel';
import { isRoleKey, ROLES } from '@weixiang/shared';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { RoleAssignment } from './role-assignment.entity.js';

@Resolver(() => RoleAssignment)
export class RoleAssignmentFields {
  @FieldResolver(() => TextType, { description: 'Name of the role.' })
  @Needs(() => RoleAssignment, ['role'])
  roleLabel(@Root() { $: { role } }: Loaded<RoleAssignment>): TextType {
    return isRoleKey(role) ? ROLES[role] : { zh: role, en: role };
  }
}
