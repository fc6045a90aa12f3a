import type { ServerFeature, TenantRoute } from '@weixiang/kernel';
import { type ApiAnswer, TestServer } from '@weixiang/kernel/testkit';
import { coreFeatures } from '../features.js';
import { peopleIdentity } from '../people/people.identity.js';
import { foundTenant } from '../tenants/tenant.founding.js';
import { buildScene, type Scene, type SceneOptions } from './scene.js';

/** What a world is made of beside core. */
export interface WorldOptions {
  plugins?: readonly ServerFeature[];
  routes?: readonly TenantRoute[];
  /** Where the clock stands at first. */
  now?: string;
}

/**
 * A whole server on a database of its own; each test builds its own tenants in it with {@link World.scene}.
 *
 * @example
 * ```ts
 * const world = await World.start();
 * const { units, as } = await world.scene();
 * const worker = await as('gridWorker', units.grid);
 * const { data } = await worker.ask('mutation …', { input });
 * ```
 */
export class World {
  private count = 0;

  private constructor(
    readonly server: TestServer,
    private readonly plugins: readonly ServerFeature[],
  ) {}

  static async start({ plugins = [], ...options }: WorldOptions = {}): Promise<World> {
    const server = await TestServer.start({ core: coreFeatures, plugins, identity: peopleIdentity, foundTenant, ...options });
    return new World(server, plugins);
  }

  /** A new tenant with a small tree; every installed plugin is on unless `plugins` says otherwise. */
  scene(options: SceneOptions = {}): Promise<Scene> {
    this.count += 1;
    const plugins = options.plugins ?? this.plugins.map(({ declaration }) => declaration.name);
    return buildScene(this.server, `scene-${this.count}`, { ...options, plugins });
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

export type { ApiAnswer };
