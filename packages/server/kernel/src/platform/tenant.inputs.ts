import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Names in both languages.' })
export class NameInput {
  @Field(() => String, { description: 'In Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;
}

@InputType({ description: 'How a tenant shows itself to residents.' })
export class BrandInput {
  @Field(() => String, { description: 'Name of the brand, at most 20 characters.' })
  name!: string;

  @Field(() => String, { description: 'One character for the seal.' })
  seal!: string;

  @Field(() => String, { description: 'Colour as #rrggbb, with a contrast of at least 4.5:1 on white.' })
  color!: string;
}

@InputType({ description: 'The root of a tenant’s organisation.' })
export class RootUnitInput {
  @Field(() => String, { description: 'Code, as ledgers name the unit: QC.' })
  code!: string;

  @Field(() => String, { description: 'Name, at most 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'Kind of unit, for example 区委.' })
  kind!: string;
}

@InputType({ description: 'The first administrator of a tenant.' })
export class AdministratorInput {
  @Field(() => String, { description: 'Login: 3–40 lower-case letters, digits, dots and hyphens.' })
  login!: string;

  @Field(() => String, { description: 'Name, at most 50 characters.' })
  name!: string;
}

@InputType({ description: 'A tenant to make. Its slug makes it safe to send again: a second one is refused.' })
export class CreateTenantInput {
  @Field(() => String, { description: 'Its name in addresses: 2–39 lower-case letters, digits and hyphens, beginning with a letter.' })
  slug!: string;

  @Field(() => NameInput, { description: 'Name of the city or district.' })
  name!: NameInput;

  @Field(() => BrandInput, { description: 'Its brand.' })
  brand!: BrandInput;

  @Field(() => RootUnitInput, { description: 'The root of its organisation.' })
  root!: RootUnitInput;

  @Field(() => AdministratorInput, { description: 'Who goes on from there.' })
  administrator!: AdministratorInput;
}

@InputType({ description: 'Where a tenant is served beside /t/:slug.' })
export class SetTenantDomainInput {
  @Field(() => String, { description: 'The tenant.' })
  slug!: string;

  @Field(() => String, { nullable: true, description: 'Host name without https:// and port; null takes the domain away. Point its DNS at this server and let your proxy pass the Host header on.' })
  domain?: string | null;
}
