import { describe, expect, it } from 'vitest';
import { brandColors, contrastOf } from './brand.rules.js';

const colorsOf = (hex: string) => {
  const outcome = brandColors(hex);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.colors;
};

describe('brandColors', () => {
  // #767676 is the palest grey that passes on white: the tightest case there is.
  it.each(['#a62b23', '#15645d', '#1d4f91', '#767676', '#000000', '#0000ff'])('derives readable colours from %s', (hex) => {
    const colors = colorsOf(hex);
    expect(colors.brand).toBe(hex);
    for (const [text, ground] of [
      [colors.onBrand, colors.brand],
      [colors.onBrand2, colors.brand],
      [colors.onBrand, colors.brandStrong],
      [colors.brandInk, '#ffffff'],
      [colors.brandInk, colors.brandTint],
    ] as const) {
      expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps the brand itself as ink where it can be read on its own tint', () => {
    expect(colorsOf('#a62b23').brandInk).toBe('#a62b23');
    expect(colorsOf('#767676').brandInk).not.toBe('#767676');
  });

  it('refuses a colour that cannot be read on white, and says how far off it is', () => {
    expect(brandColors('#777777')).toMatchObject({ ok: false, code: 'COLOR_TOO_PALE', reason: { en: expect.stringContaining('4.4:1') } });
    expect(brandColors('#ffcc00')).toMatchObject({ ok: false, code: 'COLOR_TOO_PALE' });
  });

  it.each(['red', '#abc', 'a62b23', '', '#a62b23;}', '#gg0000'])('refuses what is no colour: %s', (hex) => {
    expect(brandColors(hex)).toMatchObject({ ok: false, code: 'COLOR_UNREADABLE' });
  });
});

describe('contrastOf', () => {
  it("agrees with WCAG's extremes", () => {
    expect(contrastOf('#000000', '#ffffff')).toBe(21);
    expect(contrastOf('#123456', '#123456')).toBe(1);
    expect(contrastOf('#123456', 'white')).toBeNull();
  });
});
