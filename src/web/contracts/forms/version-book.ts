import { Injectable } from '@nestjs/common';
import { EffectsQueries } from '../../../amendments/effects.queries.js';
import { Clock } from '../../../platform/clock/clock.js';
import { BookQueries, type BookFacts } from '../../../positions/book.queries.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../../../programmes/definitions/definition.js';
import { Programmes } from '../../../programmes/programmes.js';
import { Names } from '../../book/names.js';
import type { FilledForm, FormPanel } from '../../editing/form-kind.js';
import { WebSettings } from '../../shell/web-settings.js';
import { comparisonTable } from '../contract-comparison.view.js';
import { versionBefore } from '../contract-state.js';
import { effectPanel } from '../version-effect.view.js';
import { linePanels } from './line-live.view.js';
import { versionChoices, type VersionChoices } from './version-choices.js';

/** What the book says to a version that somebody writes: what to choose from, what it changes. */
@Injectable()
export class VersionBook {
  constructor(
    private readonly book: BookQueries,
    private readonly effects: EffectsQueries,
    private readonly programmes: Programmes,
    private readonly settings: WebSettings,
    private readonly clock: Clock,
  ) {}

  facts(): Promise<BookFacts> {
    return this.book.facts();
  }

  /** What its fields offer, from the contract's own programme and parties. */
  async choices(
    contract: Pick<ContractDefinition, 'partners' | 'programme' | 'forwardedBy'>,
  ): Promise<VersionChoices> {
    return versionChoices(contract, await this.facts(), this.programmes.programmes());
  }

  /** What it says otherwise than the version before, and what it yields once all have signed. */
  async panels(
    contract: ContractDefinition,
    version: ContractVersionDefinition,
  ): Promise<readonly FormPanel[]> {
    const facts = { ...(await this.facts()), programmes: this.programmes.programmes() };
    const names = new Names(facts, this.settings.officeName);
    const effects = await this.effects.ofDraft(contract, version, { on: this.clock.today() });
    return [...changePanel(contract, version, names), effectPanel(effects, names)];
  }

  /** The sum of the line that is filled in on a step, and what its payers have left. */
  async livePanels({ input }: FilledForm, step: string): Promise<readonly FormPanel[]> {
    const index = /^zeile-(\d+)$/.exec(step)?.[1];
    if (index === undefined || !Array.isArray(input['lines'])) return [];
    const line: unknown = input['lines'][Number(index) - 1];
    const components = this.programmes.programmes().flatMap((programme) => programme.components);
    return linePanels(
      Object(line) as Readonly<Record<string, unknown>>,
      await this.facts(),
      components,
    );
  }
}

function changePanel(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
  names: Names,
): readonly FormPanel[] {
  const before = versionBefore(contract, version.number);
  if (before === undefined) return [];
  const table = comparisonTable(before, version, names);
  const title = 'Was sich ändert';
  if (table.rows.length > 0) return [{ title, tables: [table] }];
  const same = 'Die Fassung unterscheidet sich in keinem Wert von der davor.';
  return [{ title, notes: [{ tone: 'warning', texts: [same] }] }];
}
