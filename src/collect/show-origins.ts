// Where a source seems to have its word from: whom it cites, and which sources carry nearly the same text.
// Invariant: the machine only proposes. What a person accepted stands in the description; what they refused is remembered.
import { citationsIn } from "./citations.ts";
import { decisionsOf } from "./decisions.ts";
import type { CollectDeps } from "./deps.ts";
import { unknownSource } from "./errors.ts";
import { isSameBody, rememberedWords } from "./body-names.ts";
import { type Citable, type Fit, fitsOf } from "./match-citation.ts";
import { readingSummaries } from "./reading-cache.ts";
import { copiesOf } from "./shingle-cache.ts";
import { kindOf, type SourceFacts, sourceFacts, titleOf } from "./source-items.ts";
import { readParts } from "./source-reading.ts";

/** A source this one seems to repeat. */
export interface RelayProposal {
  /** For `suggestion.rejected`. */
  readonly id: string;
  readonly words: string;
  readonly passage: { readonly start: number; readonly end: number; readonly quote: string };
  readonly rule: string;
  readonly url?: string;
  /** Sources of the vault it may mean, the likeliest first. */
  readonly fits: readonly Fit[];
  readonly state: "open" | "rejected";
}

/** A source with nearly the same text. */
export interface SourceCopy {
  readonly source: string;
  readonly title: string;
  readonly publisher?: string;
  readonly published?: string;
  /** How much of this source's text stands there, and of that one's here (0 to 1). */
  readonly share: number;
  readonly back: number;
}

export interface SourceOrigins {
  /** Those a person has not accepted: in the order of the text. */
  readonly relays: readonly RelayProposal[];
  /** The most alike first. */
  readonly copies: readonly SourceCopy[];
}

type Deps = Pick<CollectDeps, "ledger" | "files" | "reader">;
/** Below this a publisher is itself only guessed from what the text cites. */
const sureOfPublisher = 0.6;
const longestQuote = 300;

/** Throws CollectError `source-unknown`. A source without a text has neither. */
export async function showOrigins(
  deps: Deps,
  { id }: { readonly id: string },
): Promise<SourceOrigins> {
  const { db } = deps.ledger.deps.engine;
  const facts = await sourceFacts(db);
  const fact = facts.find((one) => one.id === id);
  if (fact === undefined) throw unknownSource();
  if (fact.text === null) return { relays: [], copies: [] };
  const citable = await citableOf(deps, facts);
  return {
    relays: await proposals(deps, fact, citable),
    copies: await shownCopies(deps, id, citable),
  };
}

async function proposals(
  deps: Deps,
  fact: SourceFacts,
  citable: ReadonlyMap<string, Citable>,
): Promise<RelayProposal[]> {
  const { text, reading, links } = await readParts(deps, { id: fact.id });
  const from = citable.get(fact.id);
  const accepted = fact.description?.relays ?? [];
  const decided = (await decisionsOf(deps.ledger.deps.engine.db, [fact.id])).get(fact.id);
  const taken = new Set<string>(accepted.flatMap(({ source }) => source ?? []));
  const known = new Set(
    [...citable.values()].flatMap(({ id, publisher }) => (id === fact.id ? [] : (publisher ?? []))),
  );
  const publishers = { own: from?.publisher, known: [...known] };
  const wordsOf = rememberedWords();
  return citationsIn(text, reading, links, publishers).flatMap((citation) => {
    const { id, words, rule, url, start, end } = citation;
    if (accepted.some((relay) => relay.words !== "" && isSameBody(relay.words, words))) return [];
    const fits = fitsOf(citation, from ?? { id: fact.id }, [...citable.values()], wordsOf);
    if (fits.some(({ source }) => taken.has(source))) return [];
    const quote = text.slice(start, Math.min(end, start + longestQuote));
    return [
      {
        id,
        words,
        passage: { start, end, quote },
        rule,
        ...(url === undefined ? {} : { url }),
        fits,
        state: decided?.get(id)?.state === "rejected" ? "rejected" : "open",
      },
    ];
  });
}

async function shownCopies(
  deps: Deps,
  id: string,
  citable: ReadonlyMap<string, Citable>,
): Promise<SourceCopy[]> {
  const { db } = deps.ledger.deps.engine;
  const pairs = await copiesOf(db, [id]);
  const back = await copiesOf(
    db,
    pairs.map((pair) => pair.other),
  );
  return pairs
    .flatMap(({ other, share }) => {
      const source = citable.get(other);
      if (source === undefined) return [];
      const { title, publisher, published } = source;
      return [
        {
          source: other,
          title,
          ...(publisher === undefined ? {} : { publisher }),
          ...(published === undefined ? {} : { published }),
          share,
          back: back.find((pair) => pair.source === other && pair.other === id)?.share ?? share,
        },
      ];
    })
    .sort(
      (a, b) =>
        Math.max(b.share, b.back) - Math.max(a.share, a.back) || (a.source < b.source ? -1 : 1),
    );
}

/** All sources as they may be cited: what people described, else what a reading is sure enough of. */
async function citableOf(
  { ledger }: Deps,
  facts: readonly SourceFacts[],
): Promise<Map<string, Citable>> {
  const summaries = await readingSummaries(
    ledger.deps.engine,
    facts.map((fact) => fact.id),
  );
  return new Map(
    facts.map((fact) => {
      const { description: d, id } = fact;
      const meta = summaries.get(id)?.meta;
      const guessed = meta?.publisher;
      const sure = guessed !== undefined && guessed.confidence >= sureOfPublisher;
      const publisher = d?.publisher?.value ?? (sure ? guessed.value : undefined);
      const published = d?.published?.value ?? meta?.date?.value;
      const url = d?.url?.value ?? meta?.canonicalUrl?.value;
      return [
        id,
        {
          id,
          title: titleOf(fact),
          kind: kindOf(fact),
          ...(publisher === undefined ? {} : { publisher }),
          ...(published === undefined ? {} : { published }),
          ...(url === undefined ? {} : { url }),
        },
      ];
    }),
  );
}
