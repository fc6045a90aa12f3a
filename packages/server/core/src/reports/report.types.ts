import { DateScalar, PageInfo, TextType, type Metric, type Period } from '@weixiang/kernel';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { OrgUnit } from '../organisation/org-unit.entity.js';

@ObjectType({ description: 'A record behind a figure.' })
export class FigureRecord {
  @Field(() => ID, { description: 'Id of the record.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is counted; null when it has none.' })
  date!: string | null;

  @Field(() => String, { nullable: true, description: 'Its page inside the console; null when it has none of its own.' })
  href!: string | null;
}

@ObjectType({ description: 'A record behind a figure, with its cursor.' })
export class FigureRecordEdge {
  @Field(() => FigureRecord, { description: 'The record.' })
  node!: FigureRecord;

  @Field(() => String, { description: 'Where it stands in this list; pass it as `after`.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of the records behind a figure, the latest first.' })
export class FigureRecordConnection {
  @Field(() => [FigureRecord], { description: 'The records of this page.' })
  nodes!: FigureRecord[];

  @Field(() => [FigureRecordEdge], { description: 'The records of this page, each with its cursor.' })
  edges!: FigureRecordEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Records behind the figure, on all pages. For a figure that counts, its value.' })
  totalCount!: number;
}

@ObjectType({ description: 'A way to part a figure: by channel, by category, by unit.' })
export class FigureDimension {
  @Field(() => String, { description: 'Key to ask `parts` for.' })
  key!: string;

  @Field(() => TextType, { description: 'What it is called.' })
  label!: TextType;
}

@ObjectType({ description: 'One part of a figure.' })
export class FigurePart {
  @Field(() => String, { nullable: true, description: 'What tells it from the others: a state, the id of a term or of a unit; null for records that have none.' })
  key!: string | null;

  @Field(() => TextType, { nullable: true, description: 'What it is called; null for records that have no value.' })
  label!: TextType | null;

  @Field(() => Float, { description: 'The figure of this part alone.' })
  value!: number;

  @Field(() => [Float], { nullable: true, description: 'Its value in each month that the period touches; null for what exists rather than happens.' })
  months!: number[] | null;

  @Field(() => Int, { description: 'Records behind it. A share of few records says little.' })
  recordCount!: number;
}

/** One figure of a report; `records` finds what it needs on the object. */
@ObjectType({ description: 'One figure of a report, counted from the records.' })
export class Figure {
  @Field(() => String, { description: 'Stable key, for example wishes.collected.' })
  key!: string;

  @Field(() => String, { description: 'What it is called, in your language.' })
  label!: string;

  @Field(() => Float, { description: 'The figure.' })
  value!: number;

  @Field(() => String, { nullable: true, description: 'What is counted, in your language: 条, 人次; null for a share between 0 and 1.' })
  unit!: string | null;

  @Field(() => Int, { description: 'Step that it belongs to: 1 demand, 2 planning, 3 resources, 4 supervision and evaluation.' })
  step!: number;

  @Field(() => TextType, { description: 'What exactly is counted.' })
  definition!: TextType;

  @Field(() => [Float], { nullable: true, description: 'Its value in each month that the period touches; null for what exists rather than happens.' })
  months!: number[] | null;

  @Field(() => [FigureDimension], { description: 'Ways to part it.' })
  dimensions!: readonly FigureDimension[];

  recordCount!: number;
  metric!: Metric;
  period!: Period;
}

/** A report; its figures are counted when they are asked for. */
@ObjectType({ description: 'The figures of a period.' })
export class Report {
  @Field(() => DateScalar, { description: 'First day, included.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day, included.' })
  to!: string;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit whose subtree is counted.' })
  orgUnit!: unknown;

  period!: Period;
}
