import { cpus, totalmem } from 'node:os';

/** One measured figure; `ratio` compares it with the yardstick of the same run. */
export interface Figure {
  readonly work: string;
  readonly value: number;
  readonly unit: string;
  /** Of this process: tells what the machine did beside it. */
  readonly cpuMs?: number;
  readonly yardstick?: string;
  readonly yardstickValue?: number;
  readonly ratio?: number;
  readonly aim?: string;
}

export function reportMachine(): void {
  const [first] = cpus();
  print({
    machine: first?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
  });
}

export function report(figure: Figure): void {
  print(figure);
}

export function round(value: number, digits = 2): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** Milliseconds of a piece of work: on the clock, and of the processor. */
export async function timed(
  work: () => Promise<unknown>,
): Promise<Required<Pick<Figure, 'value' | 'cpuMs'>>> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return {
    value: round(performance.now() - startedAt, 0),
    cpuMs: round((user + system) / 1000, 0),
  };
}

/** The value below which `share` of all values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
