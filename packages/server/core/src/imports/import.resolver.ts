import { subject } from '@casl/ability';
import { Needs, type Loaded, type RequestContext } from '@weixiang/kernel';
import { say } from '@weixiang/shared';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Import } from './import.entity.js';
import { rejectedSheetUrl } from './import.routes.js';
import { ImportProblem } from './problem.entity.js';
import { problemsOf } from './problem.store.js';

@Resolver(() => Import)
export class ImportFields {
  @FieldResolver(() => [ImportProblem], { description: 'Why rows were refused, by row: the first 1,000 reasons. All refused rows are in the sheet.' })
  @Needs(() => Import, ['id'])
  rejected(@Root() { $: run }: Loaded<Import>, @Ctx() context: RequestContext): Promise<ImportProblem[]> {
    return listed(run, context, false);
  }

  @FieldResolver(() => [ImportProblem], { description: 'What was noted without refusing anything, by row: the first 1,000.' })
  @Needs(() => Import, ['id'])
  warnings(@Root() { $: run }: Loaded<Import>, @Ctx() context: RequestContext): Promise<ImportProblem[]> {
    return listed(run, context, true);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why the file as a whole could not be imported, in your language; null unless it failed.' })
  @Needs(() => Import, ['failureText'])
  failure(@Root() { $: { failureText } }: Loaded<Import>, @Ctx() { language }: RequestContext): string | null {
    return failureText && say(failureText, language);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Path from which all refused rows can be downloaded as an .xlsx sheet, with the reasons; null when there are none, or when names and telephones are not for you.' })
  @Needs(() => Import, ['id', 'rejectedCount', 'startedBy'])
  rejectedSheetUrl(@Root() { $: { id, rejectedCount, startedBy } }: Loaded<Import>, @Ctx() { tenant, ability }: RequestContext): string | null {
    return rejectedCount > 0 && ability.can('reveal', subject('Import', { startedBy })) ? rejectedSheetUrl(tenant, id) : null;
  }
}

/** Who sees an import sees what it noted. */
function listed({ id }: Import, { kernel, tenant, language }: RequestContext, isWarning: boolean): Promise<ImportProblem[]> {
  return kernel.database.inTenant(tenant.id, (em) => problemsOf(em, tenant.id, id, isWarning, language));
}
