import { useFormat } from '@weixiang/kit';
import type { Figure } from './report.rules.js';

/** How a figure is written: one without a unit is a share, and reads as per cent. */
export function useFigureWriting() {
  const { number } = useFormat();
  return {
    value: ({ value, unit }: Pick<Figure, 'value' | 'unit'>) =>
      unit === null ? number(Math.round(value * 1000) / 10) : number(value),
    unit: ({ unit }: Pick<Figure, 'unit'>) => unit ?? '%',
  };
}
