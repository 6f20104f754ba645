/** An exact ratio `n / d` with `d > 0`. Not reduced while computing; {@link reduced} is for display. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
