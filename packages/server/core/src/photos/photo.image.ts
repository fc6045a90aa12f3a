import type { Sharp } from 'sharp';

/** Longest side of a photo as it is kept, and of the small one. */
export const longestSide = 1600;
export const longestThumbnailSide = 480;
/** Largest file that is taken. */
export const maxPhotoBytes = 10 * 1024 * 1024;
/** Most pixels that are ever unpacked; telephones take 48 million, a picture made to fill a memory has more. */
const mostPixels = 64_000_000;
/** Pictures at work at once in this process; each takes its processor and its memory. */
const atOnce = 2;

/** A photo that was made ours: upright, no larger than it needs to be, with nothing in it but the picture. */
export interface MadePhoto {
  full: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
}

/** It is no picture of a kind that we read, is broken, or is made to be too large. */
export class UnreadablePhoto extends Error {
  constructor(readonly reason: 'PHOTO_KIND_UNKNOWN' | 'PHOTO_UNREADABLE') {
    super(reason);
  }
}

/** Kinds by their first bytes; what a file calls itself is nobody's word. */
const kinds: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  jpeg: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  png: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  webp: (bytes) => bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
};

/**
 * Makes a photo ours from what somebody sent: turned upright, made smaller, written anew as WebP, so that where and with
 * what it was taken, and whatever else was hidden in the file, is gone.
 * @throws UnreadablePhoto
 */
export async function makePhoto(sent: Buffer): Promise<MadePhoto> {
  const kind = Object.keys(kinds).find((name) => kinds[name]?.(sent));
  if (!kind) throw new UnreadablePhoto('PHOTO_KIND_UNKNOWN');
  // Loaded with the first photo: servers that never see one do without its memory.
  const { default: sharp } = await import('sharp');
  return inTurn(async () => {
    try {
      const picture = sharp(sent, { limitInputPixels: mostPixels, failOn: 'error', animated: false });
      const { format } = await picture.metadata();
      if (format !== kind) throw new UnreadablePhoto('PHOTO_UNREADABLE');
      const { data: full, info } = await smaller(picture.rotate(), longestSide).webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
      const thumbnail = await smaller(sharp(full), longestThumbnailSide).webp({ quality: 72 }).toBuffer();
      return { full, thumbnail, width: info.width, height: info.height };
    } catch {
      throw new UnreadablePhoto('PHOTO_UNREADABLE');
    }
  });
}

function smaller(picture: Sharp, side: number): Sharp {
  return picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}

let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else working += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}
