import { renderSvg, type Tenant } from '@weixiang/kernel';
import sharp from 'sharp';

/** Pictures of a tenant's brand: what telephones put on their home screen, and what stands beside a shared page. */
export const brandPictures = {
  'icon-192.png': { width: 192, height: 192, kind: 'icon' },
  'icon-512.png': { width: 512, height: 512, kind: 'icon' },
  'share.png': { width: 1200, height: 630, kind: 'share' },
} as const;
type BrandPicture = keyof typeof brandPictures;
export const brandPictureNames = ['icon-192.png', 'icon-512.png', 'share.png'] as const satisfies readonly BrandPicture[];

const start = '#set text(font: "Noto Sans SC", weight: 700, fill: white)\n#let brand = rgb(sys.inputs.color)\n';
// The seal keeps within the inner four fifths: telephones cut icons round.
const templates = {
  icon: `${start}#set page(width: 512pt, height: 512pt, margin: 0pt, fill: brand)
#place(center + horizon, rect(width: 320pt, height: 320pt, radius: 40pt, stroke: 12pt + white, align(center + horizon, text(size: 210pt, sys.inputs.seal))))`,
  share: `${start}#set page(width: 1200pt, height: 630pt, margin: (x: 96pt, y: 80pt), fill: brand)
#align(horizon, grid(columns: (220pt, 1fr), column-gutter: 64pt, align: horizon,
  rect(width: 220pt, height: 220pt, radius: 28pt, stroke: 8pt + white, align(center + horizon, text(size: 144pt, sys.inputs.seal))),
  stack(spacing: 40pt, text(size: 76pt, sys.inputs.name), text(size: 40pt, weight: 400, sys.inputs.place), text(size: 40pt, weight: 400)[说了有人听，听了有回音])))`,
} as const;

const drawn = new Map<string, { of: string; picture: Promise<Buffer> }>();

/** A picture as PNG, drawn once for each look of the brand. */
export function brandPicture(tenant: Pick<Tenant, 'id' | 'brand' | 'name'>, name: BrandPicture): Promise<Buffer> {
  const of = JSON.stringify([tenant.brand, tenant.name]);
  const key = `${tenant.id} ${name}`;
  const known = drawn.get(key);
  if (known?.of === of) return known.picture;
  const picture = draw(tenant, name);
  drawn.set(key, { of, picture });
  picture.catch(() => drawn.delete(key));
  return picture;
}

async function draw({ brand, name: place }: Pick<Tenant, 'brand' | 'name'>, name: BrandPicture): Promise<Buffer> {
  const { width, height, kind } = brandPictures[name];
  const svg = await renderSvg(templates[kind], { color: brand.color, seal: brand.seal, name: brand.name, place: place.zh });
  return sharp(Buffer.from(svg)).resize(width, height, { fit: 'fill' }).png({ compressionLevel: 9 }).toBuffer();
}
