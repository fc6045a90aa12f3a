/** Kinds that the server reads; a JPEG is named first, so that Safari makes one of an iPhone’s HEIC as it is chosen. */
export const readKinds = ['image/jpeg', 'image/png', 'image/webp'];
const lightEnough = 3 * 1024 * 1024;
/** More than the server keeps of a photo. */
const longestSide = 2000;

/**
 * A photo as it is sent. One that is heavier than it needs to be, or of a kind that the server does not read but this
 * browser does (HEIC), is drawn anew as JPEG. What cannot be drawn goes as it is, and the server says what is wrong with it.
 */
export async function lighter(file: File): Promise<File> {
  if (readKinds.includes(file.type) && file.size <= lightEnough) return file;
  try {
    const picture = await createImageBitmap(file);
    const share = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const [width, height] = [Math.round(picture.width * share), Math.round(picture.height * share)];
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    if (!pen) return file;
    // Where a picture is transparent, a JPEG would be black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    picture.close();
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, readKinds[0], 0.85));
    return drawn ? new File([drawn], file.name, { type: drawn.type }) : file;
  } catch {
    return file;
  }
}
