import { createContext, lazy, Suspense, useContext, type ComponentType, type ReactNode } from 'react';
import { registerCatalogue } from '../i18n/catalogue.js';
import { useSession } from '../session/session.js';
import { Loading } from '../states/loading.js';
import type { ConsolePlugin, ConsoleSlotName, ConsoleSlots } from './console.js';
import type { Lazily } from './lazily.js';
import { Mishap } from './mishap.js';
import type { PortalPlugin, PortalSlotName, PortalSlots } from './portal.js';

type AnyPlugin = PortalPlugin | ConsolePlugin;
type Slots = PortalSlots & ConsoleSlots;
type SlotName = PortalSlotName | ConsoleSlotName;

const InstalledContext = createContext<readonly AnyPlugin[]>([]);

/** Makes known what is built in: the plugins of this surface. */
export function Installed({ plugins, children }: { plugins: readonly AnyPlugin[]; children: ReactNode }) {
  return <InstalledContext value={plugins}>{children}</InstalledContext>;
}

/** Registers the words of each plugin; call it once, before the first page. Throws when two claim one name. */
export function registerPlugins(plugins: readonly AnyPlugin[]): void {
  const names = new Set<string>();
  for (const { name, messages } of plugins) {
    if (names.has(name)) throw new Error(`two plugins claim the name ${name}`);
    names.add(name);
    registerCatalogue(name, messages);
  }
}

/** The plugins that are built in and enabled for this tenant. */
export function useEnabledPlugins(): readonly AnyPlugin[] {
  const { hasPlugin } = useSession();
  return useContext(InstalledContext).filter(({ name }) => hasPlugin(name));
}

/** The routes of enabled plugins, each below its name: `[{ path: 'education/', Page }]`. */
export function usePluginRoutes(): readonly { path: string; Page: ComponentType }[] {
  return useEnabledPlugins().flatMap(({ name, routes = [] }) =>
    routes.map(({ path, page }) => ({ path: `${name}/${path}`, Page: lazyOnce(page) })),
  );
}

/** Shows what enabled plugins have for a named place; one that breaks leaves the page whole. */
export function Slot<Name extends SlotName & keyof Slots>({ name, with: given }: { name: Name; with: Slots[Name] }) {
  return useEnabledPlugins().map((plugin) => {
    const panels: { [Each in SlotName]?: Lazily<Slots[Each]> } = plugin.panels ?? {};
    const panel: Lazily<Slots[Name]> | undefined = panels[name];
    if (!panel) return null;
    const Panel = lazyOnce(panel);
    return (
      <Mishap key={plugin.name}>
        <Suspense fallback={<Loading lines={[32, 28, 28]} />}>
          <Panel {...given} />
        </Suspense>
      </Mishap>
    );
  });
}

const fetched = new Map<unknown, ComponentType<never>>();

/** React wants one lazy component for one loader, however often a page is drawn. */
function lazyOnce<Props>(load: Lazily<Props>): ComponentType<Props> {
  const found = fetched.get(load);
  if (found) return found as ComponentType<Props>; // the map is keyed by the loader, whose type says what it loads
  const component = lazy(load);
  fetched.set(load, component as ComponentType<never>); // as above
  return component as ComponentType<Props>; // a lazy component takes the props of what it loads
}
