import { payloadOf, type Write, Writes } from '@weixiang/kernel';
import { Arg, ID, Mutation, Resolver } from 'type-graphql';
import { Activity } from '../activities/activity.entity.js';
import { Photo } from './photo.entity.js';
import { AttachActivityPhotosInput, DiscardPhotoInput, HidePhotoInput, ShowPhotoInput } from './photo.inputs.js';
import { attachActivityPhotos, discardPhoto, hidePhoto, showPhoto } from './photo.service.js';

const PhotoPayload = payloadOf('PhotoPayload', { photo: { type: () => Photo, description: 'The photo as it is now.' } });
const DiscardPhotoPayload = payloadOf('DiscardPhotoPayload', { discarded: { type: () => ID, description: 'Id of the photo that is gone.' } });
const ActivityPhotosPayload = payloadOf('ActivityPhotosPayload', { activity: { type: () => Activity, description: 'The activity with its photos.' } });

@Resolver()
export class PhotoMutations {
  @Mutation(() => PhotoPayload, { description: 'Hides a photo from everybody but staff and its wisher, with a reason.' })
  hidePhoto(@Arg('input', () => HidePhotoInput, { description: 'Which, and why.' }) input: HidePhotoInput, @Writes() write: Write) {
    return write('hidePhoto', input, async (tx) => ({ photo: await hidePhoto(tx, input) }));
  }

  @Mutation(() => PhotoPayload, { description: 'Lets a hidden photo show again.' })
  showPhoto(@Arg('input', () => ShowPhotoInput, { description: 'Which.' }) input: ShowPhotoInput, @Writes() write: Write) {
    return write('showPhoto', input, async (tx) => ({ photo: await showPhoto(tx, input) }));
  }

  @Mutation(() => DiscardPhotoPayload, { description: 'Throws away a photo that one sent and attached to nothing.' })
  discardPhoto(@Arg('input', () => DiscardPhotoInput, { description: 'Which.' }) input: DiscardPhotoInput, @Writes() write: Write) {
    return write('discardPhoto', input, async (tx) => {
      await discardPhoto(tx, input);
      return { discarded: input.id };
    });
  }

  @Mutation(() => ActivityPhotosPayload, { description: 'Adds photos to an activity; for who may record its project’s activities.' })
  attachActivityPhotos(@Arg('input', () => AttachActivityPhotosInput, { description: 'Which photos, and to which activity.' }) input: AttachActivityPhotosInput, @Writes() write: Write) {
    return write('attachActivityPhotos', input, async (tx) => ({ activity: await attachActivityPhotos(tx, input) }));
  }
}
