import { educationPortal } from '@weixiang/education/portal';
import type { PortalPlugin } from '@weixiang/kit';

/** The plugins built into the residents' portal, in the order of their menus: adding one is one line here. */
export const installed: readonly PortalPlugin[] = [educationPortal];
