import { coreFeatures } from '@weixiang/core';
import type { ServerFeature } from '@weixiang/kernel';
import { educationServer } from '@weixiang/education/server';

/** Core's features; always on. */
export const core: readonly ServerFeature[] = coreFeatures;

/** Installed plugins: one line each. A tenant's administrator turns them on. */
export const plugins: readonly ServerFeature[] = [educationServer];
