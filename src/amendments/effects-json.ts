import { derivationToJson } from '../domain/derivation/derivation-json.js';
import type { Derivation } from '../domain/derivation/derivation.js';
import { formatAmount } from '../domain/money/amount-text.js';
import type { Cents } from '../domain/money/cents.js';
import { fteToApi } from '../domain/proration/fte.js';
import { toApiJson } from '../platform/http/api-json.js';
import type { NewVersion } from '../contracts/contracts.js';
import type { Effects, LineEffect, LineSide, PostEffect, PostSide } from './effects.types.js';
import type { LineChange, Shift } from './flow-down.types.js';

/**
 * Effects as the API tells them, each figure with its derivation.
 * @param contracts only lines and sums of these; absent: of all
 */
export function effectsJson({ years, ...sums }: Effects, contracts?: ReadonlySet<string>): object {
  const isTold = (contract: string): boolean => contracts?.has(contract) ?? true;
  return {
    ...(toApiJson(sums) as object),
    years: years.map(({ lines, ownPosts, contracts: byContract, ...year }) => ({
      ...(toApiJson(year) as object),
      contracts: toApiJson(byContract.filter(({ id }) => isTold(id))),
      lines: lines.filter(({ contract }) => isTold(contract)).map(lineJson),
      ownPosts: ownPosts.map(postJson),
    })),
  };
}

function lineJson({ before, after, posts, ...line }: LineEffect): object {
  return {
    ...(toApiJson(line) as object),
    before: lineSideJson(before),
    after: lineSideJson(after),
    posts: posts.map(postJson),
  };
}

function lineSideJson(side: LineSide): object {
  return {
    ...(toApiJson(side) as object),
    ...explained(side.derivation()),
    ceilingDerivation: derivationToJson(side.ceilingDerivation()),
  };
}

function postJson({ before, after, ...post }: PostEffect): object {
  return {
    ...(toApiJson(post) as object),
    before: postSideJson(before),
    after: postSideJson(after),
  };
}

function postSideJson(side: PostSide): object {
  return { ...(toApiJson(side) as object), ...explained(side.derivation()) };
}

function explained(derivation: Derivation | undefined): object {
  return derivation === undefined ? {} : { derivation: derivationToJson(derivation) };
}

/** What becomes of a line: `fte: { before: "5.0", after: "4.0" }`, amounts as decimals. */
export function lineChangeJson(change: LineChange): object {
  const { fte, annualRateCents, materialCents, ceilingCents, ...line } = change;
  return {
    ...line,
    ...(fte && { fte: { before: fteToApi(fte.before), after: fteToApi(fte.after) } }),
    ...(annualRateCents && { annualRate: moneyJson(annualRateCents) }),
    ...(materialCents && { material: moneyJson(materialCents) }),
    ...(ceilingCents && { ceiling: moneyJson(ceilingCents) }),
  };
}

export function moneyJson({ before, after }: Shift<Cents>): object {
  return { before: formatAmount(before), after: formatAmount(after) };
}

/** A version that would be drafted, without what it takes over from the one before. */
export function proposedJson(version: NewVersion): object {
  const { kind, title, inForceFrom, inForceTo, summary } = version;
  return { kind, title, inForceFrom, inForceTo, summary };
}
