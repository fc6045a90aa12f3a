import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { longestSide, longestThumbnailSide, makePhoto, UnreadablePhoto } from './photo.image.js';

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#a62b23' } });
const refusal = async (bytes: Buffer): Promise<string> => {
  try {
    await makePhoto(bytes);
    return 'taken';
  } catch (error) {
    return error instanceof UnreadablePhoto ? error.reason : String(error);
  }
};

describe('a photo that was sent', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('becomes WebP from %s, made smaller and never larger', async (format) => {
    const { full, thumbnail, width, height } = await makePhoto(await picture(3200, 1000).toFormat(format).toBuffer());
    expect([width, height]).toEqual([longestSide, 500]);
    expect(await sharp(full).metadata()).toMatchObject({ format: 'webp', width, height });
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'webp', width: longestThumbnailSide, height: 150 });
    expect(await makePhoto(await picture(120, 80).toFormat(format).toBuffer())).toMatchObject({ width: 120, height: 80 });
  });

  it('tells nothing of where, when and with what it was taken, nor carries anything along', async () => {
    const sent = await picture(400, 300)
      .withExif({ IFD0: { Make: 'A telephone', Copyright: '韩先生' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 50/1 0/1' } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const { full, thumbnail } = await makePhoto(Buffer.concat([sent, Buffer.from('<script>hidden</script>')]));
    for (const made of [full, thumbnail]) {
      const { exif, xmp, iptc } = await sharp(made).metadata();
      expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined });
      expect(made.includes('telephone')).toBe(false);
      expect(made.includes('<script>')).toBe(false);
    }
  });

  it('stands upright, as its camera said', async () => {
    const sent = await picture(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await makePhoto(sent)).toMatchObject({ width: 300, height: 400 });
  });

  it('is refused when it is none of the kinds, whatever it calls itself', async () => {
    for (const text of ['', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', '%PDF-1.7', 'RIFF....WAVE']) expect(await refusal(Buffer.from(text))).toBe('PHOTO_KIND_UNKNOWN');
    expect(await refusal(Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypheic')]))).toBe('PHOTO_KIND_UNKNOWN');
  });

  it('is refused when it is broken, or made to fill the memory', async () => {
    const sent = await picture(400, 300).jpeg().toBuffer();
    expect(await refusal(sent.subarray(0, sent.length / 2))).toBe('PHOTO_UNREADABLE');
    expect(await refusal(Buffer.concat([sent.subarray(0, 3), Buffer.from('nothing')]))).toBe('PHOTO_UNREADABLE');
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' }, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb)).toBe('PHOTO_UNREADABLE');
  });
});
