import { indexOf, Needs, TextType, type Loaded, type RequestContext } from '@weixiang/kernel';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { mayExport } from './export.service.js';
import { LedgerExport } from './ledger-export.entity.js';

@Resolver()
export class ExportableLedgersQuery {
  @Query(() => [String], { description: 'Ledgers that you may export, from /t/:tenant/exports/:ledger; `filter` there is the filter of their list as JSON.' })
  exportableLedgers(
    @Arg('needsPurpose', () => Boolean, { nullable: true, description: 'true: only those whose rows hold sensitive values; they go out for a stated `purpose` alone · false: only others.' }) needsPurpose: boolean | null | undefined,
    @Ctx() { features, actor }: RequestContext,
  ): string[] {
    return [...indexOf(features).exporters.values()]
      .filter((exporter) => mayExport(actor, exporter) && (needsPurpose == null || needsPurpose === (exporter.needsPurpose ?? false)))
      .map(({ ledger }) => ledger);
  }
}

@Resolver(() => LedgerExport)
export class LedgerExportFields {
  @FieldResolver(() => TextType, { nullable: true, description: 'What the ledger is called; null where its name is all there is.' })
  @Needs(() => LedgerExport, ['ledger'])
  label(@Root() { $: { ledger } }: Loaded<Pick<LedgerExport, 'ledger'>>, @Ctx() { features }: RequestContext): TextType | null {
    return indexOf(features).exporters.get(ledger)?.label ?? null;
  }
}
