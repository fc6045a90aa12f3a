import type { Tenant } from '@weixiang/kernel';
import { brandPictures } from './brand-picture.js';

/** What a telephone asks before it puts the portal on its home screen. `base` is '' at the tenant's own domain. */
export function webManifest({ brand, name }: Pick<Tenant, 'brand' | 'name'>, base: string) {
  const icons = Object.entries(brandPictures).flatMap(([file, { kind, width, height }]) =>
    kind === 'icon' ? [{ src: `${base}/${file}`, sizes: `${width}x${height}`, type: 'image/png', purpose: 'any maskable' }] : [],
  );
  return {
    id: `${base}/`,
    name: `${brand.name}·${name.zh}`,
    short_name: [...brand.name].slice(0, 12).join(''),
    description: '居民心愿：说了有人听，听了有回音。',
    lang: 'zh-CN',
    dir: 'ltr',
    start_url: `${base}/`,
    scope: `${base}/`,
    display: 'standalone',
    theme_color: brand.color,
    background_color: '#f6f4f0',
    icons,
    shortcuts: [{ name: '写下心愿', url: `${base}/wishes/new` }],
  };
}
