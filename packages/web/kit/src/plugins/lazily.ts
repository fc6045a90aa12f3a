import type { ComponentType } from 'react';

/** A component that is fetched when first shown: `() => import('./course.page.js')`, where it is the default export. */
export type Lazily<Props> = () => Promise<{ default: ComponentType<Props> }>;
