// What a figure record says, in the parts a chart and its table are made of; and the shapes both show.
// Invariant: a number is what one claim said. Ranges and open ends stay as they were; nothing is added up or averaged.
import { fold, type Passage, type ReviewState, type Stance, type Value } from "../model/index.ts";
import type { OriginView } from "./views.ts";

export type HedgeKind =
  | "exact"
  | "range"
  | "about"
  | "at-least"
  | "more-than"
  | "at-most"
  | "less-than"
  | "vague";

/** A number as said; null is an end the words leave open. Both null: words without a number ("countless"). */
export interface Amount {
  readonly low: number | null;
  readonly high: number | null;
  readonly hedge: HedgeKind;
}

/** When an estimate holds: as said, the stretch it covers, or (shown as such) when it was first published. */
export interface EstimateDate {
  readonly kind: "as-of" | "period" | "published";
  readonly edtf: string;
  readonly text: string;
  /** First and last day it may mean, ISO; null where open. */
  readonly min: string | null;
  readonly max: string | null;
}

/** Something counted or somewhere, with the key by which two of them are the same. */
export interface Keyed {
  readonly key: string;
  readonly label: string;
}

export interface BodyName {
  /** The organisation's or person's record (of its cluster), where it is on file. */
  readonly record: string | null;
  readonly name: string;
}

/** One claim of a number: who said it, in which words, where. */
export interface FigureSaying {
  readonly claim: string;
  readonly figure: string;
  /** A person said what this figure counts the same as; else its own unit, population and place put it here. */
  readonly placed: boolean;
  readonly text: string;
  readonly review: ReviewState;
  readonly passage?: Passage;
  readonly source: string;
  readonly sourceTitle: string;
  readonly published?: string;
  readonly speaker?: string;
  readonly statement?: string;
}

/** A standing statement against a number. */
export interface FigureDenial {
  readonly statement: string;
  readonly speaker: string;
  readonly content: string;
  readonly stance: Stance;
  readonly source: string;
  readonly sourceTitle: string;
  readonly passage: Passage;
  readonly said?: string;
}

/** One number of one figure (records judged the same), with all that says what it counts and when. */
export interface NumberSaid {
  readonly saying: FigureSaying;
  readonly amount: Amount;
  readonly body: BodyName;
  readonly published: EstimateDate | null;
  readonly denials: readonly FigureDenial[];
}

/** A figure: the records judged the same, and what their standing claims say. */
export interface FigureFacts {
  /** The oldest of its records. */
  readonly id: string;
  readonly unit: Keyed | null;
  readonly population: string | null;
  readonly places: readonly Keyed[];
  readonly date: EstimateDate | null;
  readonly methods: readonly string[];
  /** The figure a person said it counts the same as; itself: apart from all others. */
  readonly like: string | null;
  readonly numbers: readonly NumberSaid[];
}

export interface Estimate {
  /** The smallest of its claims' ids. */
  readonly id: string;
  readonly body: string;
  readonly amount: Amount;
  readonly date: EstimateDate | null;
  readonly methods: readonly string[];
  readonly sayings: readonly FigureSaying[];
  readonly origins: readonly OriginView[];
  readonly denials: readonly FigureDenial[];
}

export interface EstimateBody extends BodyName {
  readonly key: string;
  readonly estimates: number;
}

/** What is counted, in the words of its oldest figure. */
export interface Counted {
  readonly unit: string | null;
  readonly population: string | null;
  readonly places: readonly string[];
}

export interface QuantityItem {
  /** The oldest figure on its chart. */
  readonly id: string;
  readonly counted: Counted;
  readonly figures: number;
  readonly estimates: number;
  readonly bodies: readonly string[];
  readonly origins: number;
  readonly denied: number;
  readonly from: string | null;
  readonly to: string | null;
}

export interface QuantityView extends Omit<QuantityItem, "figures" | "estimates" | "bodies"> {
  readonly figures: readonly string[];
  readonly estimates: readonly Estimate[];
  readonly bodies: readonly EstimateBody[];
}

type NumberValue = Extract<Value, { kind: "number" }>;

const hedges: Readonly<Record<string, HedgeKind>> = {
  exact: "exact",
  exactly: "exact",
  range: "range",
  about: "about",
  vague: "vague",
  "at least": "at-least",
  "no fewer than": "at-least",
  "no less than": "at-least",
  "more than": "more-than",
  over: "more-than",
  above: "more-than",
  "at most": "at-most",
  "up to": "at-most",
  "no more than": "at-most",
  "less than": "less-than",
  "fewer than": "less-than",
  under: "less-than",
};

/** The number of a claim with its hedge as a kind. A hedge nobody knows still hedges: it is never exact. */
export function amountOf({ low, high, hedge }: NumberValue): Amount {
  const said = hedge === undefined ? undefined : (hedges[fold(hedge)] ?? "about");
  if (low !== undefined && high !== undefined && low !== high) {
    const soft = said === "about" || said === "vague" ? said : "range";
    return { low: Math.min(low, high), high: Math.max(low, high), hedge: soft };
  }
  const one = low ?? high;
  if (one === undefined) return { low: null, high: null, hedge: "vague" };
  if (said === "at-most" || said === "less-than") return { low: null, high: one, hedge: said };
  if (said === "at-least" || said === "more-than") return { low: one, high: null, hedge: said };
  // Words without a hedge of a side ("dozens") still leave the end open that was left out.
  const soft = said === "about" || said === "vague" ? said : undefined;
  if (low === undefined) return { low: null, high: one, hedge: soft ?? "at-most" };
  if (high === undefined) return { low: one, high: null, hedge: soft ?? "at-least" };
  return { low: one, high: one, hedge: soft ?? "exact" };
}
