// Who changed what and when, in words. Sealed values stay sealed.
import {
  type Body,
  type EntryKind,
  propertyOf,
  schemas,
  termLabel,
  type Value,
  valueText,
} from "../model/index.ts";
import { clusterOf } from "../link/index.ts";
import { type Db, type HistoryItem, historyOf } from "../store/index.ts";
import { memberNames } from "./gather.ts";
import { message } from "./messages.ts";
import type { HistoryView } from "./views.ts";

/** The entries about a record and all records judged the same, newest first. */
export async function recordHistory(db: Db, id: string): Promise<HistoryView[]> {
  const cluster = await clusterOf(db, id);
  const judged = await db
    .selectFrom("judgements")
    .select("left")
    .where((where) => where.or([where("left", "in", cluster), where("right", "in", cluster)]))
    .execute();
  const own = new Set(cluster);
  const items = await historyOf(db, [...new Set([...cluster, ...judged.map((j) => j.left)])]);
  return inWords(
    db,
    items.filter((item) => own.has(item.subject) || touches(item, own)),
  );
}

/** The latest entries of the whole vault, newest first. */
export async function latestHistory(db: Db, limit: number): Promise<HistoryView[]> {
  const rows = await db
    .selectFrom("entries")
    .select(["seq", "at", "author", "device", "kind", "subject", "body"])
    .where("kind", "not in", ["claim.added", "record.added", "file.kept"])
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return inWords(
    db,
    rows.map((row) => ({
      ...row,
      body: row.body === null ? null : (JSON.parse(row.body) as unknown),
    })),
  );
}

function touches(item: HistoryItem, own: ReadonlySet<string>): boolean {
  if (item.kind !== "judgement.made" || item.body === null) return false;
  const { left, right } = item.body as Body<"judgement.made">;
  return own.has(left) || own.has(right);
}

async function inWords(db: Db, items: readonly HistoryItem[]): Promise<HistoryView[]> {
  const members = await memberNames(db);
  return items.map((item) => ({
    seq: item.seq,
    at: item.at,
    by: members.get(item.author) ?? item.author,
    device: item.device,
    kind: item.kind,
    text:
      item.body === null ? message("history.emptied") : textOf(item.kind as EntryKind, item.body),
    subject: item.subject,
    erased: item.body === null,
  }));
}

function textOf(kind: EntryKind, body: unknown): string {
  const because = (reason: string | undefined): string =>
    reason === undefined || reason === "" ? "" : message("history.reason", { reason });
  switch (kind) {
    case "custody.noted": {
      const { action, claim } = body as Body<"custody.noted">;
      return message(`history.custody.${claim === undefined ? action : "viewed-sealed"}`);
    }
    case "audit.done": {
      const { missing, damaged } = body as Body<"audit.done">;
      return message(`history.${kind}`, { missing, damaged });
    }
    case "record.added":
      return message(`history.${kind}`, { label: (body as Body<"record.added">).label });
    case "claim.added": {
      const b = body as Body<"claim.added">;
      const property = propertyOf(b.schema, b.property)?.label ?? b.property;
      return message(b.replaces === undefined ? `history.${kind}` : "history.claim.replaced", {
        property,
        value: shown(b.value),
      });
    }
    case "claim.reviewed": {
      const b = body as Body<"claim.reviewed">;
      return message(`history.${kind}`, { state: b.state, reason: because(b.reason) });
    }
    case "claim.graded": {
      const b = body as Body<"claim.graded">;
      return message(`history.${kind}`, { grade: b.grade, reason: because(b.reason) });
    }
    case "claim.pinned": {
      const b = body as Body<"claim.pinned">;
      return message(b.claim === null ? "history.claim.unpinned" : `history.${kind}`, {
        property: propertyLabel(b.property),
        reason: because(b.reason),
      });
    }
    case "statement.added": {
      const b = body as Body<"statement.added">;
      return message(`history.${kind}`, {
        speaker: b.speaker?.words ?? "",
        stance: termLabel("stance", b.stance).toLowerCase(),
      });
    }
    case "judgement.made": {
      const b = body as Body<"judgement.made">;
      return message(`history.${kind}`, { verdict: b.verdict, reason: because(b.reason) });
    }
    case "batch.finished": {
      const b = body as Body<"batch.finished">;
      return message(`history.${kind}`, { added: b.added, updated: b.updated });
    }
    case "withdrawn": {
      const b = body as Body<"withdrawn">;
      return message(b.back ? "history.brought-back" : `history.${kind}`, {
        reason: because(b.reason),
      });
    }
    case "erased": {
      const b = body as Body<"erased">;
      return message(`history.${kind}`, { count: b.seqs.length, reason: because(b.reason) });
    }
    default: {
      const b = body as { state?: string; reason?: string };
      return message(`history.${kind}`, { state: b.state ?? "", reason: because(b.reason) });
    }
  }
}

/** A pin names no schema; the same property name means the same thing wherever it stands. */
function propertyLabel(name: string): string {
  return schemas.flatMap((s) => s.properties).find((p) => p.name === name)?.label ?? name;
}

function shown(value: Value): string {
  return value.kind === "sealed" ? "sealed" : valueText(value);
}
