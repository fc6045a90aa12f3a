import { DateScalar, defaultPageSize, maxPageSize, type RequestContext } from '@weixiang/kernel';
import { Arg, Ctx, Extensions, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { figuresOf, openReport, partsOf, reading, recordsOf } from './report.service.js';
import { Figure, FigurePart, FigureRecordConnection, Report } from './report.types.js';

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => Report, { description: 'The report of a period, counted from the records at this moment. FORBIDDEN outside the units whose reports you may read.' })
  report(
    @Arg('from', () => DateScalar, { description: 'First day, included.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'Last day, included; at most ten years after the first.' }) to: string,
    @Arg('orgUnit', () => ID, { nullable: true, description: 'Unit whose subtree is counted; the whole tenant when left out, or as much of it as you may see.' }) orgUnit: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Report> {
    return reading(context, (tx) => openReport(tx, { from, to, orgUnit }));
  }

  // Every metric asks the database.
  @Extensions({ cost: 5_000 })
  @FieldResolver(() => [Figure], { description: 'The figures, by the step that they belong to.' })
  figures(
    @Root() report: Report,
    @Arg('keys', () => [String], { nullable: true, description: 'Only figures with these keys.' }) keys: string[] | null,
    @Ctx() context: RequestContext,
  ): Promise<Figure[]> {
    return reading(context, (tx) => figuresOf(tx, report, keys));
  }
}

@Resolver(() => Figure)
export class FigureResolver {
  @Extensions({ cost: 1_000 })
  @FieldResolver(() => [FigurePart], { description: 'The figure in parts, the largest first, records without a value last. Parts of what counts once, such as people, may add up to more than the figure.' })
  parts(
    @Root() figure: Figure,
    @Arg('by', () => String, { description: 'Key of one of its dimensions.' }) by: string,
    @Arg('levels', () => Int, { nullable: true, defaultValue: 1, description: 'For the dimension unit: how many levels below the report’s unit the parts lie; 1 for the units directly below.' }) levels: number,
    @Ctx() context: RequestContext,
  ): Promise<FigurePart[]> {
    return reading(context, (tx) => partsOf(tx, figure, by, levels));
  }

  @FieldResolver(() => FigureRecordConnection, { description: 'The records that the figure counts, the latest first.' })
  records(
    @Root() figure: Figure,
    @Arg('first', () => Int, { nullable: true, defaultValue: defaultPageSize, description: `How many at most, up to ${maxPageSize}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last one seen: the page after it is returned.' }) after: string | null,
    @Ctx() context: RequestContext,
  ): LazyConnection {
    let page: Promise<FigureRecordConnection> | undefined;
    const read = (): Promise<FigureRecordConnection> => (page ??= reading(context, (tx) => recordsOf(tx, figure, first, after ?? null)));
    // Who only asks how many there are behind each of forty figures does not wait for forty pages.
    return {
      totalCount: figure.recordCount,
      get nodes() {
        return read().then(({ nodes }) => nodes);
      },
      get edges() {
        return read().then(({ edges }) => edges);
      },
      get pageInfo() {
        return read().then(({ pageInfo }) => pageInfo);
      },
    };
  }
}

/** A page that is read when its rows are asked for. */
type LazyConnection = { [Field in keyof FigureRecordConnection]: FigureRecordConnection[Field] | Promise<FigureRecordConnection[Field]> };
