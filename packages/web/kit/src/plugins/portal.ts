import type { IconName } from '../marks/icon.paths.js';
import type { Catalogue } from '../i18n/catalogue.js';
import type { Lazily } from './lazily.js';

/** Named places on core pages where a plugin may show something, with what each is given. */
export type PortalSlots = {
  /** Under the facts of one project. */
  'project.page': { projectId: string; typeName: string };
  /** On the home page, after the projects. */
  'home.page': Record<never, never>;
  /** On 我的, after the wishes. */
  'me.page': Record<never, never>;
};
export type PortalSlotName = keyof PortalSlots;

/** The residents' part of a plugin: one declaration, everything in it loaded when first needed. */
export type PortalPlugin = {
  /** The plugin's name, as in `viewer.plugins`: where it is not enabled, none of this is there. */
  name: string;
  /** Its words, spoken under the namespace of its name. */
  messages: Catalogue;
  /** Root lists of its own that pages turn over. */
  lists?: readonly string[];
  /** Entries on 我的 and the home page; `label` is a key of its messages, `to` is relative to the portal. */
  menu?: readonly { to: string; label: string; icon: IconName }[];
  /** Pages below `/{name}/`: `{ path: '', page: () => import('./portal/courses.page.js') }`. */
  routes?: readonly { path: string; page: Lazily<Record<never, never>> }[];
  panels?: { [Slot in PortalSlotName]?: Lazily<PortalSlots[Slot]> };
};

/** Declares a plugin's portal part: `export const educationPortal = definePortal({ name: 'education', … })`. */
export function definePortal(plugin: PortalPlugin): PortalPlugin {
  return plugin;
}
