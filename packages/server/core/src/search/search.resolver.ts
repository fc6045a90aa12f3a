import { registry, type RequestContext } from '@weixiang/kernel';
import { Ctx, Query, Resolver } from 'type-graphql';
import { SearchKind } from './search-kind.type.js';

@Resolver(() => SearchKind)
export class SearchResolver {
  @Query(() => [SearchKind], { description: 'The kinds of records that a search finds in this tenant and of which you may read any.' })
  searchKinds(@Ctx() { features, ability }: RequestContext): SearchKind[] {
    return features.features
      .flatMap(({ searches }) => searches ?? [])
      .flatMap(({ of, label }) => {
        const table = registry.tableOf(of());
        return table && ability.rulesFor('read', table.subject).length > 0 ? [{ key: table.prefix, label }] : [];
      });
  }
}
