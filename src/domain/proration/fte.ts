declare const brand: unique symbol;

/** "VzÄ": a full-time equivalent in whole ten-thousandths, so that 0.5 VzÄ is 5000. */
export type Fte = number & { readonly [brand]: 'Fte' };

/** 1.0 VzÄ. */
export const FULL_TIME = 10_000 as Fte;
