// From a table of overlaps to estimates side by side, or to the reasons why there are none.
// Invariant: several models whenever there are three lists or more, never the best one alone.
import { answered, type Assumption, type AssumptionAnswers } from "./assumptions.ts";
import { chapman, type Interval } from "./chapman.ts";
import { type Fit, fitModel } from "./fit-model.ts";
import {
  allPairs,
  hierarchicalModels,
  independence,
  type Model,
  nameOf,
} from "./hierarchical-models.ts";
import { overlapsOf } from "./overlaps.ts";
import { type Refusal, refusalsOf } from "./refusals.ts";
import { observed, type OverlapTable } from "./table.ts";

/** People in all by one model, to the nearest person, with a 95 % interval. */
export interface ModelEstimate {
  readonly model: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly parameters: number;
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
}

export interface HiddenEstimate {
  readonly lists: readonly string[];
  readonly observed: number;
  readonly overlaps: ReturnType<typeof overlapsOf>;
  readonly assumptions: readonly Assumption[];
  /** Not empty: then there are no estimates. */
  readonly refused: readonly Refusal[];
  readonly warnings: readonly string[];
  readonly method: "chapman" | "log-linear";
  /** Two lists only. */
  readonly chapman: Omit<ModelEstimate, "parameters" | "deviance" | "aic" | "bic"> | null;
  readonly modelsTried: number;
  /** Models whose likelihood has no finite maximum. */
  readonly modelsWithoutMaximum: number;
  readonly independence: ModelEstimate | null;
  readonly allPairs: ModelEstimate | null;
  readonly bestByBic: ModelEstimate | null;
  readonly bestByAic: ModelEstimate | null;
  /** The models within 10 of the best BIC, the best first; all of them where that was asked. */
  readonly models: readonly ModelEstimate[];
}

export interface EstimateOptions {
  readonly derived?: readonly (readonly [string, string])[];
  readonly answers?: AssumptionAnswers;
  /** Gives every model that could be fitted. */
  readonly everyModel?: boolean;
}

/** Fewer shared people than this carry an estimate badly. */
const fewShared = 7;
/** Estimates further apart than this factor, and intervals that reach further than this many times the people seen, are warned of. */
const apart = 2;
const wide = 10;
/** Models further than this from the best BIC have "very strong" evidence against them (Kass and Raftery 1995). */
const nearBest = 10;

/** Estimates people on no list. Chapman's estimator for two lists, log-linear models for three to five. */
export function estimateHidden(table: OverlapTable, options: EstimateOptions = {}): HiddenEstimate {
  const refused = [...refusalsOf(table, options.derived ?? [])];
  const overlaps = overlapsOf(table);
  const two = table.lists.length === 2;
  const fits = refused.length > 0 || two ? [] : fitAll(table);
  const tried = refused.length > 0 ? 0 : two ? 1 : fits.length;
  const found = fits.flatMap(({ model, fit }) => (fit === null ? [] : [{ model, fit }]));
  if (fits.length > 0 && found.length === 0)
    refused.push({
      code: "no-finite-maximum",
      lists: table.lists,
      reason: "No model of these lists has a finite answer: too few people are shared.",
    });
  const named = found
    .map(({ model, fit }) => ({ key: keyOf(model), shown: shownFit(table, model, fit) }))
    .sort((a, b) => a.shown.bic - b.shown.bic);
  const of = (model: Model): ModelEstimate | null =>
    named.find(({ key }) => key === keyOf(model))?.shown ?? null;
  const models = named.map(({ shown }) => shown);
  const best = models[0] ?? null;
  const pair = overlaps.pairs[0];
  return {
    lists: table.lists,
    observed: observed(table),
    overlaps,
    assumptions: answered(options.answers ?? {}),
    refused,
    warnings: [...warningsOf(overlaps, two), ...spreadOf(models, observed(table))],
    method: two ? "chapman" : "log-linear",
    chapman:
      two && pair !== undefined && refused.length === 0
        ? { model: "Chapman", ...rounded(chapman(pair)) }
        : null,
    modelsTried: tried,
    modelsWithoutMaximum: fits.length - found.length,
    independence: of(independence),
    allPairs: of(allPairs(table.lists.length)),
    bestByBic: best,
    bestByAic: models.toSorted((a, b) => a.aic - b.aic)[0] ?? null,
    models:
      options.everyModel === true
        ? models
        : models.filter(({ bic }) => best !== null && bic <= best.bic + nearBest),
  };
}

function fitAll(table: OverlapTable): { readonly model: Model; readonly fit: Fit | null }[] {
  return hierarchicalModels(table.lists.length).map((model) => ({
    model,
    fit: fitModel(table, model),
  }));
}

function warningsOf(overlaps: HiddenEstimate["overlaps"], two: boolean): string[] {
  const warnings = overlaps.pairs
    .filter(({ both }) => both > 0 && both < fewShared)
    .map(
      ({ lists, both }) =>
        `${lists.join(" and ")} share ${both}: fewer than ${fewShared} carry an estimate badly.`,
    );
  if (two)
    warnings.push("Two lists cannot show whether they depend on each other; a third one could.");
  return warnings;
}

/** Models that fit nearly as well as the best: how far apart they are says more than any of them. */
function spreadOf(models: readonly ModelEstimate[], seen: number): string[] {
  const [best] = models;
  if (best === undefined) return [];
  const near = models.filter(({ bic }) => bic <= best.bic + nearBest);
  const estimates = near.map(({ estimate }) => estimate);
  const [least, most] = [Math.min(...estimates), Math.max(...estimates)];
  const warnings: string[] = [];
  if (most > apart * least)
    warnings.push(
      `Models that fit nearly as well as the best range from ${least} to ${most}: the lists cannot tell which is right.`,
    );
  if (best.high > wide * seen)
    warnings.push(
      `The interval of the best model reaches ${best.high}, more than ${wide} times the people seen: the lists say hardly anything of those on none.`,
    );
  return warnings;
}

function shownFit(table: OverlapTable, model: Model, fit: Fit): ModelEstimate {
  return {
    model: nameOf(table, model),
    ...rounded(fit),
    parameters: fit.parameters,
    deviance: hundredth(fit.deviance),
    aic: hundredth(fit.aic),
    bic: hundredth(fit.bic),
  };
}

function rounded({ estimate, low, high }: Interval): Interval {
  return { estimate: Math.round(estimate), low: Math.round(low), high: Math.round(high) };
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

function keyOf(model: Model): string {
  return model.toSorted((a, b) => a - b).join(",");
}
