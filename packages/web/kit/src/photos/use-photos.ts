import { useEffect, useRef, useState } from 'react';
import { sendFile, type SendOutcome } from '../graphql/send-file.js';
import { lighter } from './lighter-photo.js';
import { photoAddress } from './photo-address.js';

/** As many as one record takes. */
export const mostPhotos = 6;
const largestPhoto = 10 * 1024 * 1024;

/** A photo of the form: on its way, arrived, or left lying with what went wrong. */
export type FormPhoto = {
  key: string;
  /** Address of the picture to show. */
  preview: string;
  file?: File;
  /** Set once it has arrived. */
  id?: string;
  /** How much of it has gone, 0 to 1, while it is on its way. */
  share?: number;
  failed?: Exclude<SendOutcome, { id: string }>;
};

/** The photos of a form, by the ids that its draft keeps: they are sent as soon as they are chosen. */
export function usePhotos(ids: readonly string[], onChange: (ids: string[]) => void) {
  const [photos, setPhotos] = useState<FormPhoto[]>(() => ids.map((id) => ({ key: id, id, preview: photoAddress(id, 'thumbnail') })));
  // What a request answers with later must not undo what happened meanwhile.
  const now = useRef(photos);
  const set = (change: (photos: readonly FormPhoto[]) => FormPhoto[]) => {
    now.current = change(now.current);
    setPhotos(now.current);
    const arrived = now.current.flatMap(({ id }) => id ?? []);
    if (arrived.join() !== known.current) {
      known.current = arrived.join();
      told.current.push(known.current);
      onChange(arrived);
    }
  };
  const known = useRef(ids.join());
  // What the form was told and has not given back yet: two photos may arrive before it is drawn again.
  const told = useRef<string[]>([]);
  const edit = (key: string, change: Partial<FormPhoto>) => set((all) => all.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)));

  // The form forgot its draft (it was sent), or somebody signed out.
  const given = ids.join();
  useEffect(() => {
    const at = told.current.indexOf(given);
    if (at >= 0) told.current.splice(0, at + 1);
    if (at >= 0 || given === known.current) return;
    told.current = [];
    known.current = given;
    now.current = given.split(',').filter(Boolean).map((id) => ({ key: id, id, preview: photoAddress(id, 'thumbnail') }));
    setPhotos(now.current);
  }, [given]);
  useEffect(() => () => now.current.forEach(({ preview }) => preview.startsWith('blob:') && URL.revokeObjectURL(preview)), []);

  const send = async (key: string, file: File) => {
    edit(key, { share: 0, failed: undefined });
    const light = await lighter(file);
    if (light.size > largestPhoto) return edit(key, { failed: { problem: 'tooLarge' }, share: undefined });
    const outcome = await sendFile('/photos', light, (share) => edit(key, { share }));
    edit(key, 'id' in outcome ? { id: outcome.id, share: undefined } : { failed: outcome, share: undefined });
  };
  const add = (files: Iterable<File>) => {
    for (const file of [...files].slice(0, mostPhotos - now.current.length)) {
      const key = crypto.randomUUID();
      set((all) => [...all, { key, file, preview: URL.createObjectURL(file) }]);
      void send(key, file);
    }
  };
  const remove = (key: string) => set((all) => all.filter((photo) => photo.key !== key));
  const retry = ({ key, file }: FormPhoto) => void (file && send(key, file));
  return { photos, add, remove, retry };
}
