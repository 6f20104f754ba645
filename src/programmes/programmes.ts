import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type {
  ComponentDefinition,
  FixedSumItem,
  ProgrammeDefinition,
  ProgrammeRate,
  RateKind,
  UpstreamRegime,
} from './definitions/definition.js';
import { groupBy } from './definitions/group-by.js';
import { annualRateOf, fixedSumsOn, regimeOfYear } from './definitions/rates.rules.js';
import { ProgrammeRateMissing, RegimeMissing, UnknownComponent } from './programmes.errors.js';
import { releasedValues, type RowSource } from './released-rows.js';

/** A Baustein with the programme that it belongs to. */
export interface Component extends ComponentDefinition {
  readonly programme: string;
}

type OfComponent<T> = T & { readonly component: string };

/** "Förderprogramme": which figure is in force, and its clause; filled from the released rows. */
@Injectable()
export class Programmes {
  private byId = new Map<string, ProgrammeDefinition>();
  private componentsById = new Map<string, Component>();

  /** Reads the released rows anew; called at the start, and whenever rows were added. */
  async reload(source: RowSource): Promise<void> {
    const heads = await releasedValues<Omit<ProgrammeDefinition, 'components'>>(
      source,
      'programme',
    );
    const components = await releasedValues<Omit<Component, 'regimes' | 'rates' | 'fixedSums'>>(
      source,
      'component',
    );
    const regimes = groupBy(
      await releasedValues<OfComponent<UpstreamRegime>>(source, 'regime'),
      ({ component }) => component,
    );
    const rates = groupBy(
      await releasedValues<OfComponent<ProgrammeRate>>(source, 'rate'),
      ({ component }) => component,
    );
    const sums = groupBy(
      await releasedValues<OfComponent<FixedSumItem>>(source, 'fixed-sum'),
      ({ component }) => component,
    );
    const whole = components.map((head): Component => ({
      ...head,
      regimes: (regimes.get(head.id) ?? []).map(withoutComponent),
      rates: (rates.get(head.id) ?? []).map(withoutComponent),
      fixedSums: (sums.get(head.id) ?? []).map(withoutComponent),
    }));
    this.componentsById = new Map(whole.map((component) => [component.id, component]));
    this.byId = new Map(
      heads.map((head) => [
        head.id,
        { ...head, components: whole.filter(({ programme }) => programme === head.id) },
      ]),
    );
  }

  programmes(): readonly ProgrammeDefinition[] {
    return [...this.byId.values()];
  }

  components(): readonly Component[] {
    return [...this.componentsById.values()];
  }

  /** @throws UnknownComponent */
  component(id: string): Component {
    const component = this.componentsById.get(id);
    if (component === undefined) throw new UnknownComponent(id, [...this.componentsById.keys()]);
    return component;
  }

  /**
   * What the Kreis owes the Land for a component and year.
   * @throws UnknownComponent, RegimeMissing
   */
  regimeOf(component: string, year: number): UpstreamRegime {
    const regime = regimeOfYear(this.component(component), year);
    if (regime === undefined) throw new RegimeMissing(component, year);
    return regime;
  }

  /**
   * The rate in force on a day for 1.0 VzÄ and year, with its clause.
   * @throws UnknownComponent, ProgrammeRateMissing
   */
  rateOf(component: string, kind: RateKind, on: PlainDate): ProgrammeRate {
    const rate = annualRateOf(this.component(component), kind, on);
    if (rate === undefined) throw new ProgrammeRateMissing(component, kind, on);
    return rate;
  }

  /** The fixed sums in force on a day (R6a). @throws UnknownComponent */
  fixedSums(component: string, on: PlainDate): readonly FixedSumItem[] {
    return fixedSumsOn(this.component(component), on);
  }
}

/** A released row names its component; inside the component that goes without saying. */
function withoutComponent<T extends { readonly component: string }>(row: T): Omit<T, 'component'> {
  const entries = Object.entries(row).filter(([key]) => key !== 'component');
  return Object.fromEntries(entries) as Omit<T, 'component'>;
}
