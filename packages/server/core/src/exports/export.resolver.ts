import { indexOf, type RequestContext } from '@weixiang/kernel';
import { Ctx, Query, Resolver } from 'type-graphql';
import { mayExport } from './export.service.js';

@Resolver()
export class ExportableLedgersQuery {
  @Query(() => [String], { description: 'Ledgers that you may export, from /t/:tenant/exports/:ledger; `filter` there is the filter of their list as JSON.' })
  exportableLedgers(@Ctx() { features, actor }: RequestContext): string[] {
    return [...indexOf(features).exporters.values()].filter((exporter) => mayExport(actor, exporter)).map(({ ledger }) => ledger);
  }
}
