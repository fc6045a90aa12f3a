import { definePlugin } from '@weixiang/shared';
import { describe, expect, it } from 'vitest';
import { contains, defineList, descending } from '../entity/list.js';
import { TenantRecord, TenantTable } from '../entity/record.js';
import { Sensitive } from '../entity/registry.js';
import { listQuery } from '../entity/root-read.js';
import type { ServerFeature } from '../feature.js';
import { library } from '../schema/fixture/core.fixture.js';
import { loans } from '../schema/fixture/loans.fixture.js';
import { novels } from '../schema/fixture/novels.fixture.js';
import { FeatureCatalogue } from './catalogue.js';
import { indexOf } from './feature-index.js';

/** A plugin with nothing in it but its name. */
const plugin = (name: string, feature: Partial<ServerFeature> = {}, dependsOn: string[] = []): ServerFeature => ({
  declaration: definePlugin({ name, label: { zh: name, en: name }, description: { zh: name, en: name }, permissions: {}, dependsOn }),
  ...feature,
});

@TenantTable({ name: 'diary', prefix: 'diary' })
class Diary extends TenantRecord {
  @Sensitive({ kind: 'personal', mask: 'hide', isEncrypted: true })
  words!: string;
}
const diaryList = defineList({ of: () => Diary, name: 'Diary', filter: { words: contains(['words'], 'Words.') }, sort: { NEWEST: descending('createdAt', 'Newest.') } });

const complaint = (core: ServerFeature[], plugins: ServerFeature[]): string => {
  try {
    return new FeatureCatalogue(core, plugins).everything.key;
  } catch (error) {
    return String(error);
  }
};

describe('the features of a tenant', () => {
  const catalogue = new FeatureCatalogue([library], [loans, novels]);

  it('are core’s, and those of its plugins, each after what it depends on', () => {
    expect(catalogue.all).toEqual([library, novels, loans]);
    expect(catalogue.setFor([])).toMatchObject({ key: 'core', plugins: [], features: [library] });
    expect(catalogue.setFor(['loans', 'novels'])).toMatchObject({ key: 'loans+novels', plugins: ['novels', 'loans'], features: [library, novels, loans] });
  });

  it('are one object however they are asked for', () => {
    expect(catalogue.setFor(['loans', 'novels'])).toBe(catalogue.everything);
    expect(catalogue.setFor(['novels', 'unheard of', 'novels', 'loans'])).toBe(catalogue.everything);
  });

  it('leave out a plugin while one it depends on is off', () => {
    expect(catalogue.setFor(['loans'])).toBe(catalogue.setFor([]));
    expect(catalogue.missingFor('loans', [])).toEqual(['novels']);
    expect(catalogue.missingFor('loans', ['novels'])).toEqual([]);
    expect(catalogue.missingFor('novels', [])).toEqual([]);
    expect(catalogue.dependantsOf('novels', ['novels', 'loans'])).toEqual(['loans']);
    expect(catalogue.dependantsOf('novels', ['novels'])).toEqual([]);
  });

  it('are found by what they declare, while they are on', () => {
    const core = indexOf(catalogue.setFor([]));
    expect([...core.permissionsOf('resident')]).toEqual(['book.lend']);
    expect([...core.permissionsOf('auditor')]).toEqual([]);
    expect(core.messages.get('SHELF_FULL')?.en).toBe('The shelf holds {limit} books.');
    expect([...indexOf(catalogue.everything).permissionsOf('resident')]).toEqual(['book.lend', 'novel.write']);
    expect(indexOf(catalogue.everything)).toBe(indexOf(catalogue.everything));
  });
});

describe('boot fails with one line', () => {
  const job = { name: 'wish.escalate', run: async () => {} };
  const importer = { ledger: 'wishes', permission: 'nobody.declares', required: [], importRows: async () => [] };

  it.each([
    ['an unknown dependency', [], [plugin('a', {}, ['b'])], 'a depends on b, which is not installed'],
    ['a circle', [], [plugin('a', {}, ['b']), plugin('b', {}, ['a'])], 'in a circle: a, b'],
    ['core that depends on a plugin', [plugin('a', {}, ['b'])], [plugin('b')], 'a is core and cannot depend on the plugin b'],
    ['two features of one name', [plugin('a')], [plugin('a')], 'the name a is claimed by a and by a'],
    ['two jobs of one name', [plugin('a', { jobs: [job] })], [plugin('b', { jobs: [job] })], 'the job wish.escalate is claimed by a and by b'],
    ['two types of one name', [library], [plugin('b', { entities: library.entities })], 'the GraphQL type Shelf is claimed by library and by b'],
    ['two root fields of one name', [library], [plugin('b', { reads: library.reads })], 'the root field Query.books is claimed by library and by b'],
    ['two mutations of one name', [library], [plugin('b', { resolvers: library.resolvers })], 'the root field Mutation.lendBook is claimed by library and by b'],
    ['a ledger with an unknown permission', [plugin('a', { importers: [importer] })], [], 'a: the ledger wishes needs the unknown permission nobody.declares'],
    ['a list that searches ciphertext', [plugin('a', { reads: [listQuery('diaries', () => diaryList, 'Diaries.')] })], [], 'the list Diary filters, sorts or counts by words, which is encrypted'],
  ])('on %s', (_what, core, plugins, words) => {
    const line = complaint(core, plugins);
    expect(line).toContain(`StartupError: The installed features do not fit together:`);
    expect(line).toContain(words);
    expect(line.split('\n')).toHaveLength(1);
  });

  it('on a project type without its GraphQL type', () => {
    const projectTypes = [{ key: 'education', label: { zh: '教育', en: 'Education' }, typeName: 'EducationProject' }];
    const { declaration } = plugin('a');
    expect(complaint([], [{ declaration: { ...declaration, projectTypes } }])).toContain('a declares the project type education without the GraphQL type EducationProject');
  });
});
