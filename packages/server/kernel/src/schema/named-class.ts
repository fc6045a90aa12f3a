/** A class made at run time, for types that follow from a declaration. */
export type NamedClass = new () => object;

/** An empty class with this name: type-graphql knows types and resolvers by their classes. `nameClass('WishFilter')` */
export function nameClass(name: string): NamedClass {
  const { [name]: made = class {} } = { [name]: class {} };
  return made;
}
