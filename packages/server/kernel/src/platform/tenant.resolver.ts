import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { payloadOf } from '../schema/payload.js';
import { TextType } from '../schema/types.js';
import type { Tenant } from '../tenancy/tenant.entity.js';
import { firstPassword } from './operator.service.js';
import { refusable, requireOperator, type PlatformContext } from './platform.context.js';
import { setTenantDomain } from './tenant-domain.service.js';
import { CreateTenantInput, SetTenantDomainInput } from './tenant.inputs.js';

@ObjectType('Brand', { description: 'How a tenant shows itself to residents.' })
export class PlatformBrand {
  @Field(() => String, { description: 'Name of the brand.' })
  name!: string;

  @Field(() => String, { description: 'One character for the seal.' })
  seal!: string;

  @Field(() => String, { description: 'Colour as #rrggbb.' })
  color!: string;
}

@ObjectType('Tenant', { description: 'A city or district, as the address bar and the brand show it; nothing inside it.' })
export class PlatformTenant {
  @Field(() => String, { description: 'Its name in addresses.' })
  slug!: string;

  @Field(() => TextType, { description: 'Name of the city or district.' })
  name!: TextType;

  @Field(() => PlatformBrand, { description: 'Its brand.' })
  brand!: PlatformBrand;

  @Field(() => [String], { description: 'Names of its enabled plugins.' })
  plugins!: string[];

  @Field(() => String, { nullable: true, description: 'Host at which it is served beside /t/:slug.' })
  domain!: string | null;

  @Field(() => Date, { description: 'When it was made, UTC.' })
  createdAt!: Date;
}

const CreateTenantPayload = payloadOf('CreateTenantPayload', {
  tenant: { type: () => PlatformTenant, description: 'The tenant.' },
  login: { type: () => String, description: 'What its administrator signs in with.' },
  password: { type: () => String, description: 'The administrator’s first password; it is told here once and kept nowhere.' },
});
const SetTenantDomainPayload = payloadOf('SetTenantDomainPayload', { tenant: { type: () => PlatformTenant, description: 'The tenant as it is now.' } });

@Resolver()
export class PlatformTenantResolver {
  @Query(() => [PlatformTenant], { description: 'Every tenant, by slug. Operators only.' })
  async tenants(@Ctx() context: PlatformContext): Promise<PlatformTenant[]> {
    requireOperator(context, 'tenants');
    return (await context.kernel.tenants.all()).map(shown);
  }

  @Mutation(() => CreateTenantPayload, { description: 'Makes a tenant with its root unit and its first administrator. Operators only.' })
  async createTenant(@Arg('input', () => CreateTenantInput, { description: 'The tenant.' }) input: CreateTenantInput, @Ctx() context: PlatformContext) {
    const caller = requireOperator(context, 'createTenant');
    const { kernel, foundTenant } = context;
    return refusable(context, async () => {
      const password = firstPassword();
      const subject = input.slug.slice(0, 39);
      // Making a tenant takes several transactions: that it was begun is kept even when it is never finished.
      await kernel.platform.run('createTenant', caller, (tx) => tx.note({ action: 'tenant.asked', subject }));
      const tenant = await foundTenant(kernel, { ...input, administrator: { ...input.administrator, password } });
      const { login } = input.administrator;
      await kernel.platform.run('createTenant', caller, (tx) => tx.note({ action: 'tenant.created', subject: tenant.slug, detail: { administrator: login } }));
      return { tenant: shown(tenant), login, password };
    });
  }

  @Mutation(() => SetTenantDomainPayload, { description: 'Serves a tenant at a host of its own, or no longer. Operators only.' })
  async setTenantDomain(@Arg('input', () => SetTenantDomainInput, { description: 'Tenant and host.' }) input: SetTenantDomainInput, @Ctx() context: PlatformContext) {
    const caller = requireOperator(context, 'setTenantDomain');
    const { kernel, host } = context;
    return refusable(context, async () => {
      const { slug, domain = null } = input;
      await kernel.platform.run('setTenantDomain', caller, (tx) => setTenantDomain(tx, { slug, domain, platformHost: host }));
      kernel.tenants.forget();
      const tenant = await kernel.tenants.bySlug(slug);
      return { tenant: tenant && shown(tenant) };
    });
  }
}

function shown({ slug, name, brand, plugins, domain, createdAt }: Tenant): PlatformTenant {
  return { slug, name, brand, plugins, domain, createdAt };
}
