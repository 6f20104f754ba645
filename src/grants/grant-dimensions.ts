import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LineDirectory, type Dimensions, type DimensionSource } from '../ledger/ledger.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Programmes } from '../programmes/programmes.js';
import { readGrantedLines } from './notice.reading.js';

/** Tells the ledger what belongs to notice lines, components and programmes. */
@Injectable()
export class GrantDimensions implements OnModuleInit {
  constructor(
    private readonly directory: LineDirectory,
    private readonly programmes: Programmes,
  ) {}

  onModuleInit(): void {
    const sources: readonly DimensionSource[] = [
      { dimension: 'noticeLine', resolve: (tx, id) => this.ofNoticeLine(tx, id) },
      { dimension: 'component', resolve: (_, id) => Promise.resolve(this.ofComponent(id)) },
      { dimension: 'programme', resolve: (_, id) => Promise.resolve(this.ofProgramme(id)) },
    ];
    for (const source of sources) this.directory.register(source);
  }

  /** Its component and programme, and the budget year that it is granted for. */
  private async ofNoticeLine(tx: Tx, id: string): Promise<Dimensions | undefined> {
    const granted = (await readGrantedLines(tx, [id])).get(id);
    if (granted === undefined) return undefined;
    const { component, year } = granted.line;
    return { ...this.ofComponent(component), component, budgetYear: year };
  }

  private ofComponent(id: string): Dimensions | undefined {
    const component = this.programmes.components().find((each) => each.id === id);
    return component && { programme: component.programme };
  }

  private ofProgramme(id: string): Dimensions | undefined {
    return this.programmes.programmes().some((each) => each.id === id) ? {} : undefined;
  }
}
