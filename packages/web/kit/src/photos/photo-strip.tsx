import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { photoAddress } from './photo-address.js';
import './photos.css';

/** A photo as pages show it. */
export type ShownPhoto = { id: string; width: number; height: number; isHidden: boolean; hiddenReason: string | null };

/** The photos of a record, small; each opens the whole picture. One that staff hid says so, and why. */
export function PhotoStrip<Photo extends ShownPhoto>({
  photos,
  under,
  isSmall = false,
}: {
  photos: readonly Photo[];
  under?: (photo: Photo) => ReactNode;
  /** In a row of a table. */
  isSmall?: boolean;
}) {
  const { t } = useTranslation('kit');
  if (photos.length === 0) return null;
  return (
    <ul className={isSmall ? 'photo-strip is-small' : 'photo-strip'} aria-label={t('photo.title')}>
      {photos.map((photo, at) => (
        <li key={photo.id}>
          <a href={photoAddress(photo.id, 'full')} target="_blank" rel="noreferrer" className={photo.isHidden ? 'is-hidden' : undefined}>
            <img
              src={photoAddress(photo.id, 'thumbnail')}
              alt={t('photo.alt', { number: at + 1 })}
              loading="lazy"
              decoding="async"
              width={photo.width}
              height={photo.height}
            />
          </a>
          {photo.isHidden && <p className="meta">{t('photo.hidden', { reason: photo.hiddenReason ?? '' })}</p>}
          {under?.(photo)}
        </li>
      ))}
    </ul>
  );
}
