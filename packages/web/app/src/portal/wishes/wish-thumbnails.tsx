import { photoAddress } from '@weixiang/kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WishCardFragment } from '../generated/graphql.js';

/** The first photos of a wish, small, each in its place before it has come; they lead to the wish. */
export function WishThumbnails({ wish }: { wish: WishCardFragment }) {
  const { t: tk } = useTranslation('kit');
  // What staff hid is shown to its wisher on the wish's own page, with the reason.
  const photos = wish.firstPhotos.nodes.filter(({ isHidden }) => !isHidden);
  if (photos.length === 0) return null;
  return (
    <Link className="thumbnails" to={`/wishes/${wish.id}`}>
      {photos.map(({ id }, at) => (
        <img key={id} src={photoAddress(id, 'thumbnail')} alt={tk('photo.alt', { number: at + 1 })} width={88} height={88} loading="lazy" decoding="async" />
      ))}
    </Link>
  );
}
