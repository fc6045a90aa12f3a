import type { Text } from '../text.js';

/** The seven colours of a tenant's brand, as `#rrggbb`. */
export interface BrandColors {
  /** Ground of what can be pressed in the portal. */
  readonly brand: string;
  /** The same under the pointer. */
  readonly brandStrong: string;
  /** A pale ground. */
  readonly brandTint: string;
  /** A line on a pale ground. */
  readonly brandLine: string;
  /** Text on `brand`. */
  readonly onBrand: string;
  /** Quieter text on `brand`. */
  readonly onBrand2: string;
  /** The brand as text or mark, on white and on `brandTint`. */
  readonly brandInk: string;
}

/** What came of a colour: the seven colours, or why it cannot be a brand. */
export type BrandOutcome =
  | { readonly ok: true; readonly colors: BrandColors }
  | { readonly ok: false; readonly code: 'COLOR_UNREADABLE' | 'COLOR_TOO_PALE'; readonly reason: Text };

type Rgb = readonly [number, number, number];

/** WCAG 2.2, 1.4.3: the least contrast of text. */
const TEXT_CONTRAST = 4.5;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/**
 * The brand colours of one colour. Refuses what is no `#rrggbb` and what has a contrast under 4.5:1 on white.
 * @example brandColors('#a62b23') // { ok: true, colors: { brand: '#a62b23', brandStrong: '#85221c', … } }
 */
export function brandColors(hex: string): BrandOutcome {
  const brand = parseHex(hex);
  if (!brand) return { ok: false, code: 'COLOR_UNREADABLE', reason: { zh: '请写成 #a62b23 这样的颜色', en: 'Write the colour like #a62b23' } };
  const onWhite = contrast(brand, WHITE);
  if (onWhite < TEXT_CONTRAST) return { ok: false, code: 'COLOR_TOO_PALE', reason: tooPale(onWhite) };
  const tint = mix(brand, WHITE, 0.92);
  return {
    ok: true,
    colors: {
      brand: toHex(brand),
      brandStrong: toHex(mix(brand, BLACK, 0.2)),
      brandTint: toHex(tint),
      brandLine: toHex(mix(brand, WHITE, 0.72)),
      onBrand: toHex(WHITE),
      onBrand2: toHex(firstReadable(brand, [0.88, 0.92, 0.96].map((share) => mix(brand, WHITE, share)), WHITE)),
      // A brand that just passes on white falls short on its own tint: then its ink is a little darker.
      brandInk: toHex(firstReadable(tint, [0, 0.05, 0.1, 0.15].map((share) => mix(brand, BLACK, share)), mix(brand, BLACK, 0.2))),
    },
  };
}

/** Contrast of two colours by WCAG 2.2, 1–21; null when one is no `#rrggbb`. `contrastOf('#000000', '#ffffff') // 21` */
export function contrastOf(one: string, other: string): number | null {
  const [a, b] = [parseHex(one), parseHex(other)];
  return a && b ? contrast(a, b) : null;
}

function firstReadable(ground: Rgb, candidates: readonly Rgb[], otherwise: Rgb): Rgb {
  return candidates.find((color) => contrast(color, ground) >= TEXT_CONTRAST) ?? otherwise;
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function mix([r, g, b]: Rgb, [r2, g2, b2]: Rgb, share: number): Rgb {
  const channel = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [channel(r, r2), channel(g, g2), channel(b, b2)];
}

function parseHex(hex: string): Rgb | null {
  const [, r, g, b] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex.trim()) ?? [];
  if (r === undefined || g === undefined || b === undefined) return null;
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

function toHex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function tooPale(onWhite: number): Text {
  const ratio = (Math.floor(onWhite * 10) / 10).toFixed(1);
  return {
    zh: `这个颜色在白底上只有 ${ratio}:1，看不清字，至少要 4.5:1。请选深一些`,
    en: `This colour has only ${ratio}:1 on white and text needs 4.5:1. Choose a darker one`,
  };
}
