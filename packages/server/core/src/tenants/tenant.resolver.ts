import { MutationInput, noSms, payloadOf, RecordRef, type RequestContext, type Tenant, TextType, type Write, Writes } from '@weixiang/kernel';
import { brandColors, toTypeId } from '@weixiang/shared';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { keepRefusedRowsDays } from '../imports/refused-rows.cron.js';
import { OrgUnit } from '../organisation/org-unit.entity.js';
import { answerWithinWorkingDays, disablePlugin, editTenant, enablePlugin } from './tenant.service.js';

@ObjectType('BrandColors', { description: 'The seven colours of a tenant’s brand, as #rrggbb.' })
export class BrandColorsType {
  @Field(() => String, { description: 'Ground of what can be pressed in the portal.' })
  brand!: string;

  @Field(() => String, { description: 'The same under the pointer.' })
  brandStrong!: string;

  @Field(() => String, { description: 'A pale ground.' })
  brandTint!: string;

  @Field(() => String, { description: 'A line on a pale ground.' })
  brandLine!: string;

  @Field(() => String, { description: 'Text on the brand.' })
  onBrand!: string;

  @Field(() => String, { description: 'Quieter text on the brand.' })
  onBrand2!: string;

  @Field(() => String, { description: 'The brand as text or mark on white.' })
  brandInk!: string;
}

@ObjectType('Tenant', { description: 'The city or district: its brand and its settings.' })
export class TenantType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string;

  @Field(() => TextType, { description: 'Name of the city or district.' })
  name!: TextType;

  @Field(() => String, { description: 'Name of the brand, as residents know it.' })
  brandName!: string;

  @Field(() => String, { description: 'The one character of the seal.' })
  seal!: string;

  @Field(() => BrandColorsType, { description: 'Colours of the brand.' })
  colors!: BrandColorsType;

  @Field(() => String, { description: 'Time zone of dates and deadlines.' })
  timeZone!: string;

  @Field(() => Int, { description: 'Working days within which every wish gets its first answer.' })
  answerWithinWorkingDays!: number;

  @Field(() => Int, { description: 'Days for which what stood in refused rows of ledgers is kept; counts and reasons stay longer.' })
  keepRefusedRowsDays!: number;

  @Field(() => Boolean, { description: 'Whether text messages can be sent here, and so whether one can sign in by telephone.' })
  sendsMessages!: boolean;

  @Field(() => Boolean, { description: 'Whether this tenant holds example data and demo accounts.' })
  isDemo!: boolean;

  @Field(() => Int, { description: 'Number of the edit.' })
  version!: number;
}

@ObjectType({ description: 'An installed plugin.' })
export class Plugin {
  @Field(() => String, { description: 'Its name, as `enablePlugin` takes it.' })
  name!: string;

  @Field(() => TextType, { description: 'What it is called.' })
  label!: TextType;

  @Field(() => TextType, { description: 'What it does.' })
  description!: TextType;

  @Field(() => Boolean, { description: 'Whether it is on for this tenant.' })
  isEnabled!: boolean;

  @Field(() => [String], { description: 'Plugins that must be on before it.' })
  dependsOn!: readonly string[];
}

@InputType({ description: 'Which plugin.' })
export class PluginInput extends MutationInput {
  @Field(() => String, { description: 'Name of an installed plugin.' })
  name!: string;
}

@InputType({ description: 'What changes on the tenant; what is left out stays.' })
export class EditTenantInput extends MutationInput {
  @Field(() => Int, { nullable: true, description: 'The version you saw; refused with CHANGED_MEANWHILE when there is a newer one.' })
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'Name of the brand, at most 20 characters.' })
  brandName?: string | null;

  @Field(() => String, { nullable: true, description: 'One character for the seal.' })
  seal?: string | null;

  @Field(() => String, { nullable: true, description: 'Colour of the brand as #rrggbb, with a contrast of at least 4.5:1 on white.' })
  color?: string | null;

  @Field(() => Int, { nullable: true, description: 'Working days within which every wish gets its first answer, 1–30.' })
  answerWithinWorkingDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days for which what stood in refused rows of ledgers is kept, 1–365.' })
  keepRefusedRowsDays?: number | null;
}

const TenantPayload = payloadOf('TenantPayload', { tenant: { type: () => TenantType, description: 'The tenant as it is now.' } });
const PluginPayload = payloadOf('PluginPayload', {
  plugin: { type: () => Plugin, description: 'The plugin as it is now.' },
  tenant: { type: () => TenantType, description: 'The tenant as it is now.' },
});

@Resolver(() => TenantType)
export class TenantResolver {
  @Query(() => TenantType, { description: 'The tenant of this address.' })
  tenant(@Ctx() { tenant, kernel }: RequestContext): TenantType {
    return describe(tenant, kernel);
  }

  @FieldResolver(() => OrgUnit, { nullable: true, description: 'The root of the organisation.' })
  async rootUnit(@Ctx() { tenant, kernel }: RequestContext): Promise<RecordRef | null> {
    const root = await kernel.database.inTenant(tenant.id, (em) => em.findOne(OrgUnit, { parent: { id: null } }));
    return root && new RecordRef('OrgUnit', root.id);
  }

  @Query(() => [Plugin], { description: 'Every installed plugin, and whether it is on here.' })
  plugins(@Ctx() { tenant, kernel }: RequestContext): Plugin[] {
    return kernel.catalogue.plugins.map(({ declaration }) => ({ ...declaration, isEnabled: tenant.plugins.includes(declaration.name) }));
  }

  @Mutation(() => TenantPayload, { description: 'Changes the brand or a setting. Tenant administrators only.' })
  editTenant(@Arg('input', () => EditTenantInput, { description: 'What changes.' }) input: EditTenantInput, @Ctx() context: RequestContext, @Writes() write: Write) {
    return write('editTenant', input, async (tx) => ({ tenant: describe(await editTenant(tx, context.kernel, input), context.kernel) }));
  }

  @Mutation(() => PluginPayload, { description: 'Turns a plugin on, at once: its types join the schema. Tenant administrators only.' })
  enablePlugin(@Arg('input', () => PluginInput, { description: 'Which.' }) input: PluginInput, @Ctx() context: RequestContext, @Writes() write: Write) {
    return write('enablePlugin', input, async (tx) => pluginPayload(await enablePlugin(tx, context.kernel, input.name), input.name, context));
  }

  @Mutation(() => PluginPayload, { description: 'Turns a plugin off, at once: its types leave the schema, its data stays. Tenant administrators only.' })
  disablePlugin(@Arg('input', () => PluginInput, { description: 'Which.' }) input: PluginInput, @Ctx() context: RequestContext, @Writes() write: Write) {
    return write('disablePlugin', input, async (tx) => pluginPayload(await disablePlugin(tx, context.kernel, input.name), input.name, context));
  }
}

function pluginPayload(tenant: Tenant, name: string, { kernel }: RequestContext) {
  const declaration = kernel.catalogue.plugin(name)?.declaration;
  return { plugin: declaration && { ...declaration, isEnabled: tenant.plugins.includes(name) }, tenant: describe(tenant, kernel) };
}

function describe(tenant: Tenant, { sms }: Pick<RequestContext['kernel'], 'sms'>): TenantType {
  const outcome = brandColors(tenant.brand.color);
  if (!outcome.ok) throw new Error(`The brand of ${tenant.slug} cannot be read.`);
  return {
    id: toTypeId('tenant', tenant.id),
    slug: tenant.slug,
    name: tenant.name,
    brandName: tenant.brand.name,
    seal: tenant.brand.seal,
    colors: outcome.colors,
    timeZone: tenant.timeZone,
    answerWithinWorkingDays: answerWithinWorkingDays(tenant),
    keepRefusedRowsDays: keepRefusedRowsDays(tenant),
    sendsMessages: sms !== noSms,
    isDemo: tenant.settings['isDemo'] === true,
    version: tenant.version,
  };
}
