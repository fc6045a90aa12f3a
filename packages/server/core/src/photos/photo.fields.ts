import { holdsAt, Needs, type Loaded, type RequestContext } from '@weixiang/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Photo } from './photo.entity.js';

@Resolver(() => Photo)
export class PhotoFields {
  @FieldResolver(() => Boolean, { description: 'Whether you may hide it, or let it show again.' })
  @Needs(() => Photo, ['orgPath', 'attachedAt'])
  mayHide(@Root() { $: { orgPath, attachedAt } }: Loaded<Pick<Photo, 'orgPath' | 'attachedAt'>>, @Ctx() { actor }: RequestContext): boolean {
    return attachedAt !== null && holdsAt(actor, 'photo.hide', orgPath);
  }
}
