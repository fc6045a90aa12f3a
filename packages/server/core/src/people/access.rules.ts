import { abilityFor, indexOf, subjectOf, type Actor, type AppAbility, type DefineAbilities, type FeatureSet, type Grant, type TenantRecord } from '@weixiang/kernel';
import { AccessCause } from './access.type.js';

/** What rules say of one action, and by which of the actor's roles. */
export interface Explained {
  action: string;
  isAllowed: boolean;
  cause: AccessCause;
  grants: readonly Grant[];
  permission: string | null;
  fields: string[] | null;
}

/**
 * Explains by trying: the rules are asked again with less, first without any role, then with each role alone, then with
 * each permission of it alone. The least that still allows it is why. So it says what the rules do, however they are
 * written, and can never say something else than they.
 */
export function explain(features: FeatureSet, actor: Actor, record: TenantRecord, rootPath: string): Explained[] {
  const trial = new Trial(features, actor, rootPath);
  return trial.actionsOn(subjectOf(record)).map((action) => trial.explain(action, record));
}

class Trial {
  private readonly definitions: DefineAbilities[];
  private readonly whole: AppAbility;
  private readonly nobody: AppAbility;
  private readonly roleless: AppAbility;
  private readonly alone = new Map<string, AppAbility>();

  constructor(
    private readonly features: FeatureSet,
    private readonly actor: Actor,
    private readonly rootPath: string,
  ) {
    this.definitions = features.features.flatMap((feature) => feature.abilities ?? []);
    this.whole = this.abilityOf(actor.grants);
    this.roleless = this.abilityOf([]);
    this.nobody = abilityFor({ ...actor, kind: 'anonymous', personId: null, name: null, grants: [] }, this.definitions);
  }

  /** Every action that rules name for such a record, for whoever holds everything. */
  actionsOn(subject: string): string[] {
    const { rules } = this.abilityOf([this.everythingAtRoot()]);
    const all = [...rules, ...this.nobody.rules].filter((rule) => [rule.subject].flat().includes(subject));
    return [...new Set(all.flatMap((rule) => rule.action))].toSorted((a, b) => Number(b === 'read') - Number(a === 'read') || a.localeCompare(b));
  }

  explain(action: string, record: TenantRecord): Explained {
    const allows = (ability: AppAbility): boolean => ability.can(action, record);
    const base = { action, fields: allows(this.whole) ? fieldsOf(this.whole, action, record) : null };
    if (!allows(this.whole)) return { ...base, isAllowed: false, cause: AccessCause.NONE, grants: [], permission: this.wouldAllow(allows) };
    const grants = this.actor.grants.filter((grant) => allows(this.abilityOf([grant])));
    const isByRole = grants.length > 0 && !(base.fields === null ? unlimited(this.roleless, action, record) : allows(this.roleless));
    const enough = (ability: AppAbility): boolean => (base.fields === null ? unlimited(ability, action, record) : allows(ability));
    if (isByRole) {
      const telling = grants.filter((grant) => enough(this.abilityOf([grant])));
      return { ...base, isAllowed: true, cause: AccessCause.ROLE, grants: telling.length > 0 ? telling : grants, permission: this.permissionOf(grants, enough) };
    }
    const cause = allows(this.nobody) && (base.fields !== null || unlimited(this.nobody, action, record)) ? AccessCause.EVERYBODY : AccessCause.OWN;
    return { ...base, isAllowed: true, cause, grants: [], permission: null };
  }

  private permissionOf(grants: readonly Grant[], allows: (ability: AppAbility) => boolean): string | null {
    for (const grant of grants) {
      for (const name of grant.permissions) {
        if (allows(this.abilityWith(grant, name))) return name;
      }
    }
    return null;
  }

  private wouldAllow(allows: (ability: AppAbility) => boolean): string | null {
    const everything = this.everythingAtRoot();
    for (const name of everything.permissions) if (allows(this.abilityWith(everything, name))) return name;
    return null;
  }

  private abilityWith(grant: Grant, permission: string): AppAbility {
    const key = `${grant.path} ${permission}`;
    const known = this.alone.get(key);
    if (known) return known;
    const ability = this.abilityOf([{ ...grant, permissions: new Set([permission]) }]);
    this.alone.set(key, ability);
    return ability;
  }

  private abilityOf(grants: readonly Grant[]): AppAbility {
    return abilityFor({ ...this.actor, grants }, this.definitions);
  }

  private everythingAtRoot(): Grant {
    const { permissions } = indexOf(this.features);
    return { assignmentId: '', role: '', orgUnitId: '', path: this.rootPath, permissions: new Set(permissions.keys()) };
  }
}

/** Whether the action is allowed on every field. */
function unlimited(ability: AppAbility, action: string, record: TenantRecord): boolean {
  return ability.can(action, record) && fieldsOf(ability, action, record) === null;
}

function fieldsOf(ability: AppAbility, action: string, record: TenantRecord): string[] | null {
  const matching = ability.rulesFor(action, subjectOf(record)).filter((rule) => !rule.inverted && rule.matchesConditions(record));
  if (matching.some((rule) => !rule.fields)) return null;
  return [...new Set(matching.flatMap((rule) => rule.fields ?? []))].toSorted();
}
