/** The seven colours that make a brand, as the schema names them. */
export type BrandColors = {
  brand: string;
  brandStrong: string;
  brandTint: string;
  brandLine: string;
  onBrand: string;
  onBrand2: string;
  brandInk: string;
};

const variables = {
  brand: '--brand',
  brandStrong: '--brand-strong',
  brandTint: '--brand-tint',
  brandLine: '--brand-line',
  onBrand: '--on-brand',
  onBrand2: '--on-brand-2',
  brandInk: '--brand-ink',
} as const satisfies Record<keyof BrandColors, string>;

const keptAs = (slug: string) => `weixiang.brand.${slug}`;
const names = ['brand', 'brandStrong', 'brandTint', 'brandLine', 'onBrand', 'onBrand2', 'brandInk'] as const;

/** Sets the tenant's colours on the page and keeps them, so that the next visit is painted right from the first frame. */
export function wearBrand(slug: string, colors: BrandColors): void {
  paint(colors);
  try {
    localStorage.setItem(keptAs(slug), JSON.stringify(colors));
  } catch {
    // Without storage the next visit paints when the answer is there.
  }
}

/** Paints what was kept from the last visit, before anything was asked. */
export function wearBrandOfLastVisit(slug: string): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptAs(slug)) ?? 'null');
    if (typeof kept === 'object' && kept !== null) paint(kept);
  } catch {
    // Nothing was kept, or not by us.
  }
}

function paint(colors: Partial<Record<keyof BrandColors, unknown>>): void {
  document.documentElement.dataset['brand'] = 'worn';
  for (const name of names) {
    const color = colors[name];
    if (typeof color === 'string') document.documentElement.style.setProperty(variables[name], color);
  }
}
