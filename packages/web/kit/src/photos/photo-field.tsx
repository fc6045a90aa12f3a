import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../marks/icon.js';
import { readKinds } from './lighter-photo.js';
import { mostPhotos, usePhotos, type FormPhoto } from './use-photos.js';
import './photos.css';

type PhotoFieldProps = {
  /** Ids of photos that have arrived, with commas between: a draft keeps words. */
  value: string;
  onChange: (value: string) => void;
  /** What the server refused about the photos, in words. */
  refused?: string | undefined;
};

/**
 * Photos of a form, chosen or taken, sent at once, shown with how far they are. One that failed stays, to be sent again or
 * taken out; while one is on its way or failed its form is not sent, so that none is left behind unnoticed.
 * @example <PhotoField value={draft.photos} onChange={(photos) => edit({ photos })} refused={refusals.at('photos')} />
 */
export function PhotoField({ value, onChange, refused }: PhotoFieldProps) {
  const { t } = useTranslation('kit');
  const id = useId();
  const field = useRef<HTMLFieldSetElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const { photos, add, remove, retry } = usePhotos(value.split(',').filter(Boolean), (ids) => onChange(ids.join()));
  const waiting = photos.filter((photo) => !photo.id);
  const isHeld = waiting.length > 0;
  useEffect(() => {
    const form = field.current?.closest('form');
    if (!form || !isHeld) return;
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      note.current?.focus();
    };
    form.addEventListener('submit', hold, true);
    return () => form.removeEventListener('submit', hold, true);
  }, [isHeld]);
  const failed = waiting.some((photo) => photo.failed);
  return (
    <fieldset className="photo-field" ref={field} aria-describedby={`${id}-help ${id}-refused`}>
      <legend>
        {t('photo.title')} <span className="optional">{t('portal.form.optional')}</span>
      </legend>
      <p className="meta" id={`${id}-help`}>
        {t('photo.help', { count: mostPhotos })}
      </p>
      <ul className="photo-tiles">
        {photos.map((photo, at) => (
          <li key={photo.key}>
            <PhotoTile photo={photo} number={at + 1} onRemove={() => remove(photo.key)} onRetry={() => retry(photo)} />
          </li>
        ))}
        {photos.length < mostPhotos && (
          <li>
            <label className="photo-add">
              <Icon name="add" />
              {t('photo.add')}
              <input
                type="file"
                multiple
                accept={readKinds.join()}
                onChange={({ target }) => {
                  add([...(target.files ?? [])]);
                  // The same photo must be choosable again once it was taken out.
                  target.value = '';
                }}
              />
            </label>
          </li>
        )}
      </ul>
      <p className="meta" role="status" tabIndex={-1} ref={note}>
        {isHeld ? t(failed ? 'photo.someFailed' : 'photo.underWay') : null}
      </p>
      <p className="refused" id={`${id}-refused`} role={refused ? 'alert' : undefined}>
        {refused}
      </p>
    </fieldset>
  );
}

function PhotoTile({ photo, number, onRemove, onRetry }: { photo: FormPhoto; number: number; onRemove: () => void; onRetry: () => void }) {
  const { t } = useTranslation('kit');
  const { preview, share, failed, file } = photo;
  return (
    <div className={failed ? 'photo-tile is-failed' : 'photo-tile'}>
      <img src={preview} alt={t('photo.alt', { number })} />
      {share !== undefined && (
        <div
          className="photo-share"
          role="progressbar"
          aria-label={t('photo.sending', { number })}
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <button type="button" className="photo-remove" onClick={onRemove} aria-label={t('photo.remove', { number })}>
        <Icon name="close" />
      </button>
      {failed && (
        <p className="refused" role="alert">
          {failed.message ?? t(failed.problem === 'tooLarge' ? 'photo.tooLarge' : 'photo.failed')}
          {file && failed.problem !== 'tooLarge' && (
            <button type="button" className="link" onClick={onRetry}>
              {t('photo.again')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
