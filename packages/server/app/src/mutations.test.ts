import { FeatureCatalogue, SchemaCache, writesAlone } from '@weixiang/kernel';
import { expect, it } from 'vitest';
import { core, plugins } from './installed.js';

it('looks up who asks before a mutation for these alone: all others leave it to their write', () => {
  const catalogue = new FeatureCatalogue([...core], [...plugins]);
  const mutations = Object.values(new SchemaCache(catalogue.everything).of(catalogue.everything).getMutationType()?.getFields() ?? {});
  const others = mutations.filter(({ extensions }) => extensions[writesAlone] !== true).map(({ name }) => name);
  expect(mutations.length - others.length).toBeGreaterThan(80);
  expect(others.toSorted()).toEqual([
    'changePassword', 'checkIn', 'createWebhook', 'disablePlugin', 'editEvaluationPolicy', 'editTenant', 'editWebhook', 'enablePlugin', 'endSession',
    'handOver', 'makeFamilyCode', 'makeRoomCode', 'requestSignInCode', 'scanFamilyCode', 'signIn', 'signInWithCode', 'signOut',
  ]);
});
