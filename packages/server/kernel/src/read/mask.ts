import type { Sensitivity } from '../entity/registry.js';

/** How a value looks to who may not see it, as SQL; null when it does not show at all. */
export function maskSql(mask: Sensitivity['mask'], value: string): string | null {
  switch (mask) {
    case 'phone':
      return `case when length(${value}) >= 8 then left(${value}, 3) || '****' || right(${value}, 4) when ${value} is not null then '****' end`;
    case 'name':
      return `left(${value}, 1) || '**'`;
    case 'hide':
      return null;
  }
}

/**
 * The same in node, for what does not come through a selection: exports, logs.
 * @example masked('phone', '19956207274') // '199****7274'
 */
export function masked(mask: Sensitivity['mask'], value: string | null): string | null {
  if (value === null || mask === 'hide') return null;
  const characters = [...value];
  if (mask === 'name') return `${characters[0] ?? ''}**`;
  return characters.length >= 8 ? `${characters.slice(0, 3).join('')}****${characters.slice(-4).join('')}` : '****';
}
