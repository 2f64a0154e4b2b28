// What people say a source is. The latest description stands; earlier ones stay in the ledger.
// Invariant: a description written against another version than the one the person saw is refused.
import { bodies, type Described, draft } from "../model/index.ts";
import { StoreError } from "../store/index.ts";
import type { CollectDeps } from "./deps.ts";
import { CollectError, unknownSource } from "./errors.ts";
import { mayAdd } from "./may-add.ts";
import { showSource } from "./show-source.ts";
import { readAnew } from "./source-reading.ts";
import { requireKind } from "./source-kind.ts";
import { type Description, sourceFacts } from "./source-items.ts";
import type { SourceView } from "./views.ts";

const fields = ["headline", "publisher", "author", "published", "language", "url"] as const;
const lines = ["interviewer", "interpreter", "note"] as const;

/** What changes: a field left out stays as it was, one with an empty value is taken away. */
export type DescribeInput = {
  readonly id: string;
  readonly expect: number | null;
  readonly kind?: string;
} & {
  readonly [F in (typeof fields)[number]]?: Described;
} & { readonly [L in (typeof lines)[number]]?: string } & {
  readonly relays?: Description["relays"];
};

/** Throws CollectError `source-unknown`, `kind-unknown`, `described-invalid`, `conflict` (with the standing view as `current`). */
export async function describeSource(deps: CollectDeps, input: DescribeInput): Promise<SourceView> {
  mayAdd(deps.actor);
  const { ledger, actor } = deps;
  const [fact] = await sourceFacts(ledger.deps.engine.db, [input.id]);
  if (fact === undefined) throw unknownSource();
  if (input.kind !== undefined) requireKind(input.kind);
  const parsed = bodies["source.described"].safeParse(merged(fact.description, input));
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join(".") ?? "";
    throw new CollectError(
      "described-invalid",
      "Expected a description of known fields, each short enough. Shorten or correct it.",
      { details: { path } },
    );
  }
  const expect = [
    { table: "source_descriptions", where: { id: input.id }, seq: input.expect },
  ] as const;
  try {
    await ledger.append(actor.member, [draft("source.described", input.id, parsed.data)], expect);
  } catch (cause) {
    if (!(cause instanceof StoreError && cause.code === "conflict")) throw cause;
    throw new CollectError(
      "conflict",
      "Someone described this source meanwhile. Look at both versions and decide again.",
      {
        cause,
        current: await showSource(deps, { id: input.id }),
      },
    );
  }
  if (
    fact.text !== null &&
    (["language", "published", "url"] as const).some((f) => input[f] !== undefined)
  ) {
    await readAnew(deps, input.id).catch((cause: unknown) => {
      // The description stands whatever a reader makes of the file.
      if (!(cause instanceof CollectError)) throw cause;
    });
  }
  return showSource(deps, { id: input.id });
}

/** A description with what changes put in; to be parsed before it is written. */
export function merged(before: Description | null, input: DescribeInput): unknown {
  const after: Record<string, unknown> = {
    ...before,
    id: input.id,
    relays: input.relays ?? before?.relays ?? [],
  };
  if (input.kind !== undefined) after["kind"] = input.kind;
  for (const name of fields) put(after, name, input[name], input[name]?.value.trim() === "");
  for (const name of lines) put(after, name, input[name], input[name]?.trim() === "");
  return after;
}

function put(after: Record<string, unknown>, name: string, value: unknown, empty: boolean): void {
  if (value === undefined) return;
  if (empty) delete after[name];
  else after[name] = value;
}
