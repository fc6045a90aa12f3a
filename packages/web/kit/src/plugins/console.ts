import type { Catalogue } from '../i18n/catalogue.js';
import type { Lazily } from './lazily.js';

/** Named places on core pages of the console where a plugin may show something, with what each is given. */
export type ConsoleSlots = {
  /** Under the head of one project. */
  'project.page': { projectId: string; typeName: string };
  /** On the home page, below the day's work. */
  'home.page': Record<never, never>;
};
export type ConsoleSlotName = keyof ConsoleSlots;

/** The staff's part of a plugin: one declaration, everything in it loaded when first needed. */
export type ConsolePlugin = {
  /** The plugin's name, as in `viewer.plugins`: where it is not enabled, none of this is there. */
  name: string;
  /** Its words, spoken under the namespace of its name. */
  messages: Catalogue;
  /** Root lists of its own that pages turn over. */
  lists?: readonly string[];
  /** Entries of the spine under one of the four steps; `label` is a key of its messages, one of `needs` must be held to see it. */
  menu?: readonly { step: 1 | 2 | 3 | 4; to: string; label: string; needs?: readonly string[] }[];
  /** Pages below `/{name}/`. */
  routes?: readonly { path: string; page: Lazily<Record<never, never>> }[];
  panels?: { [Slot in ConsoleSlotName]?: Lazily<ConsoleSlots[Slot]> };
};

/** Declares a plugin's console part: `export const educationConsole = defineConsole({ name: 'education', … })`. */
export function defineConsole(plugin: ConsolePlugin): ConsolePlugin {
  return plugin;
}
