import { join } from 'node:path';
import type { Instant } from '../../../src/domain/calendar/instant.js';
import { lastOfYear } from '../../../src/domain/calendar/plain-date.js';
import { projectRoot } from '../../../src/platform/config/project-root.js';
import type { Recorded } from '../../../src/platform/database/recorded.js';
import { bookFacts } from '../../../src/positions/book-facts.js';
import type { ProgrammeFigures } from '../../../src/positions/entitlement-book.rules.js';
import type {
  ComponentDefinition,
  Definition,
} from '../../../src/programmes/definitions/definition.js';
import { loadDefinitions } from '../../../src/programmes/definitions/load-definitions.js';
import { fixedSumsOn } from '../../../src/programmes/definitions/rates.rules.js';
import type { PageFacts } from '../../../src/web/book/book-facts.js';
import { BookSource } from '../../../src/web/book/book-source.js';

const RECORDED_AT = '2026-01-05T09:00:00.000Z' as Instant;

/** The shipped book straight from its files, for views before there is a database. */
export class ShippedSource extends BookSource {
  private readonly shipped = shippedFacts();

  years(): Promise<readonly number[]> {
    const years = this.shipped.notices.flatMap(({ lines }) => lines.map(({ year }) => year));
    return Promise.resolve([...new Set(years)].toSorted((a, b) => b - a));
  }

  facts(): Promise<PageFacts> {
    return Promise.resolve(this.shipped);
  }

  flags(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }

  programmeFigures(year: number): ProgrammeFigures {
    const component = (id: string): ComponentDefinition | undefined =>
      this.shipped.programmes.flatMap(({ components }) => components).find((c) => c.id === id);
    return {
      ratesOf: (id, kind) => component(id)?.rates.filter((rate) => rate.kind === kind) ?? [],
      fixedSumOf: (id, item) => {
        const found = component(id);
        return found && fixedSumsOn(found, lastOfYear(year)).find(({ key }) => key === item);
      },
    };
  }

  notice(id: string) {
    return Promise.resolve(marked(this.shipped.notices.find((fact) => fact.id === id)));
  }

  contract(id: string) {
    return Promise.resolve(marked(this.shipped.contracts.find((fact) => fact.id === id)));
  }

  position(id: string) {
    return Promise.resolve(marked(this.shipped.positions.find((fact) => fact.id === id)));
  }
}

function marked<Fact>(fact: Fact | undefined): Recorded<Fact> | undefined {
  return fact && { fact, revision: 1, recordedAt: RECORDED_AT };
}

export function shippedFacts(): PageFacts {
  const { files } = loadDefinitions(join(projectRoot(), 'contracts'));
  const all = files.map(({ definition }) => definition);
  return {
    ...bookFacts({
      notices: ofKind(all, 'notice'),
      partners: ofKind(all, 'partners').flatMap(({ partners }) => partners),
      contracts: ofKind(all, 'contract'),
      positions: ofKind(all, 'positions').flatMap(({ positions }) => positions),
    }),
    programmes: ofKind(all, 'programme'),
    oneOffHolidays: ofKind(all, 'law')
      .filter(({ table }) => table === 'one-off-holiday')
      .flatMap(({ rows }) => rows.map(({ key, validFrom }) => ({ name: key, on: validFrom }))),
  };
}

function ofKind<K extends Definition['kind']>(
  all: readonly Definition[],
  kind: K,
): Extract<Definition, { kind: K }>[] {
  return all.filter((d): d is Extract<Definition, { kind: K }> => d.kind === kind);
}
