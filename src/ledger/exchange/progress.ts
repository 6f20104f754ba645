import type { ConsoleIo } from '../../platform/console/command.js';

const STEPS = 10;
const COUNT = new Intl.NumberFormat('de-DE');

/** "1.234" */
export function counted(count: number): string {
  return COUNT.format(count);
}

/** Tells how far long work is, ten times at most: "40 %: 40.000 Buchungen gelesen". */
export class Progress {
  private told = 0;

  /** @param work "Buchungen gelesen" */
  constructor(
    private readonly io: ConsoleIo,
    private readonly work: string,
  ) {}

  /** @param share from 0 to 1 */
  at(share: number, count: number): void {
    const step = Math.floor(share * STEPS);
    if (step <= this.told || step >= STEPS) return;
    this.told = step;
    this.io.err(`${step * (100 / STEPS)} %: ${counted(count)} ${this.work}`);
  }
}
