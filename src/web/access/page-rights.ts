import { Injectable } from '@nestjs/common';
import { AccessTable } from '../../identity/access/access-table.js';
import { acting } from '../../identity/identity.js';

/**
 * Which ways and forms a page offers to whoever asks, by the table of rights: a button that somebody
 * may not press is not there, a way that they may not go is plain text.
 */
@Injectable()
export class PageRights {
  /** The routes that are read, by the number of parts of their address. */
  private readonly routes = new Map<number, readonly (readonly string[])[]>();

  constructor(private readonly table: AccessTable) {
    for (const { route } of table.rows) {
      if (!route.startsWith(READS)) continue;
      const parts = partsOf(route.slice(READS.length));
      this.routes.set(parts.length, [...(this.routes.get(parts.length) ?? []), parts]);
    }
  }

  /** @param kind name of a form: "besetzung" */
  mayFill(kind: string): boolean {
    return this.table.may(acting(), `FORM ${kind}`);
  }

  /** @param href an address of ours, or of somebody else: those are not ours to forbid */
  mayGo(href: string): boolean {
    if (!OWN_ADDRESS.test(href)) return true;
    const address = partsOf(href.split(/[?#]/, 1)[0] ?? '');
    const fitting = (this.routes.get(address.length) ?? []).filter((route) => fits(route, address));
    const [nearest] = fitting.toSorted((a, b) => openParts(a) - openParts(b));
    return nearest === undefined || this.table.may(acting(), READS + nearest.join('/'));
  }
}

const READS = 'GET ';
const OWN_ADDRESS = /^\/(?!\/)/;

function partsOf(path: string): readonly string[] {
  return path.split('/');
}

function fits(route: readonly string[], address: readonly string[]): boolean {
  return route.every((part, index) => isOpen(part) || part === address[index]);
}

function openParts(route: readonly string[]): number {
  return route.filter(isOpen).length;
}

/** ":id" stands for whatever is there; "…:jahr.pdf" counts as such, too. */
function isOpen(part: string): boolean {
  return part.startsWith(':') || part === '*';
}
