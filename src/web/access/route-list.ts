import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessTable } from '../../identity/access/access-table.js';

/** Which routes the server has, as it was told of them. */
export class RouteList {
  private readonly routes = new Set<string>();

  /** To be made before the routes are: it hears of each of them. */
  static of(app: NestFastifyApplication): RouteList {
    const list = new RouteList();
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRoute', ({ method, url }) => {
        for (const each of [method].flat()) {
          if (each !== 'HEAD' && each !== 'OPTIONS') list.routes.add(`${each} ${url}`);
        }
      });
    return list;
  }

  all(): readonly string[] {
    return [...this.routes].toSorted();
  }

  /** @throws Error if a route has no row in the table of rights, or a row no route */
  ensureRights(table: AccessTable): void {
    const without = this.all().filter((route) => table.row(route) === undefined);
    const idle = table.rows
      .map(({ route }) => route)
      .filter((route) => !route.startsWith('FORM ') && !this.routes.has(route));
    if (without.length + idle.length === 0) return;
    throw new Error(
      `table of rights: without a row: ${without.join(', ') || '-'}; ` +
        `without a route: ${idle.join(', ') || '-'}`,
    );
  }
}
