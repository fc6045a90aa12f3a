// Documents and bodies that are made to keep a server busy. None of them may take 200 ms.
const many = (count, part) => Array.from({ length: count }, (_, at) => part(at)).join(' ');
const document = (query, variables = {}) => JSON.stringify({ query, variables });
const megabyte = 1_000_000;

/** By what they are: bodies to post. */
export const hostileBodies = {
  'fields 10,000 deep': document(`{ ${'wishes { nodes { orgUnit { wishes '.repeat(2_500)} { totalCount } ${'} } }'.repeat(2_500)} }`),
  'lists 300 deep in a value': document(`{ wishes(filter: { search: ${'['.repeat(300)}${']'.repeat(300)} }) { totalCount } }`),
  '10,000 aliases': document(`{ ${many(10_000, (at) => `a${at}: __typename`)} }`),
  '160 aliases of a list': document(`{ ${many(160, (at) => `a${at}: wishes { totalCount }`)} }`),
  'one field 330 times': document(`{ wishes { nodes { ${many(330, () => 'id')} } } }`),
  'the same page 45 times': document(`{ ${many(45, () => 'wishes(first: 100) { nodes { id words orgUnit { id name } } }')} }`),
  '90 clashing fields': document(`{ wishes { nodes { ${many(90, (at) => `... on Wish { x: orgUnit { y: ${at % 2 ? 'id' : 'name'} z: code } }`)} } } }`),
  'fragments that grow twofold 40 times': document(`{ wishes { nodes { ...f0 } } } ${many(40, (at) => `fragment f${at} on Wish { ...f${at + 1} ...f${at + 1} }`)} fragment f40 on Wish { id }`),
  'fragments in a circle': document(`{ wishes { nodes { ...a } } } fragment a on Wish { ...b } fragment b on Wish { ...c } fragment c on Wish { ...a }`),
  'fragments of which each clashes with each': document(`{ wishes { nodes { ${many(60, (at) => `...g${at}`)} } } } ${many(60, (at) => `fragment g${at} on Wish { x: id y${at}: words ...g${(at + 1) % 60} }`)}`),
  'a word of a megabyte': document(`{ ${'a'.repeat(megabyte - 1_000)} }`),
  'a text of a megabyte': document(`{ wishes(filter: { search: "${'愿'.repeat(330_000)}" }) { totalCount } }`),
  'a comment of a megabyte': document(`{ __nothing } #${'x'.repeat(megabyte - 1_000)}`),
  'a block of 400,000 lines': document(`{ wishes(filter: { search: """${'\n'.repeat(400_000)}""" }) { totalCount } }`),
  '300 directives': document(`{ __typename ${many(300, () => '@include(if: true)')} }`),
  '200 unknown fields': document(`{ ${many(200, (at) => `unknownField${at}`)} }`),
  '400 variables': document(`query (${many(190, (at) => `$v${at}: Int`)}) { __typename }`),
  'a list of 200,000 values': document('query ($f: WishFilter) { wishes(filter: $f) { totalCount } }', { f: { state: Array(100_000).fill('SUBMITTED') } }),
  'a list of 100,000 wrong values': document('query ($f: WishFilter) { wishes(filter: $f) { totalCount } }', { f: { state: Array(100_000).fill('X') } }),
  'an object of 80,000 unknown members': document('query ($f: WishFilter) { wishes(filter: $f) { totalCount } }', { f: Object.fromEntries(Array.from({ length: 80_000 }, (_, at) => [`m${at}`, 1])) }),
  'variables 200,000 deep': `{"query":"query ($f: WishFilter) { wishes(filter: $f) { totalCount } }","variables":{"f":${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}}}`,
  'JSON of 300,000 brackets': `{"query":"{ __typename }","extensions":${'['.repeat(300_000)}${']'.repeat(300_000)}}`,
  'introspection in circles': document(`{ __schema { types { ${'fields { type { '.repeat(40)} name ${'} } '.repeat(40)} } } }`),
  'a search of a megabyte': document('query ($t: String!) { search(text: $t) { nodes { __typename } } }', { t: '路灯电梯'.repeat(80_000) }),
  'a megabyte that is no JSON': '{"query":'.repeat(110_000),
};
