import { educationConsole } from '@weixiang/education/console';
import type { ConsolePlugin } from '@weixiang/kit';

/** The plugins built into the console, in the order of their menus: adding one is one line here. */
export const installed: readonly ConsolePlugin[] = [educationConsole];
