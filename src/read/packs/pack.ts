// What a language pack tells the rules. Invariant: lists only; the rules that read them are the same for all.
import type { PackName, Stance } from "../reading.ts";

export interface PackCue {
  readonly stance: Stance;
  readonly act: "say" | "relay" | "mind" | "want";
  /** Takes a noun phrase rather than a clause or quotation: `отрицает обвинения`. */
  readonly noun: boolean;
}

export interface Pack {
  readonly name: PackName;
  /** Where the verb stands: `middle` before what was said, `final` after it. */
  readonly order: "middle" | "final";
  /** Forms of verbs of saying, one word or two parted by a space. */
  readonly cues: ReadonlyMap<string, PackCue>;
  /** Words that open a clause of saying (`что`) or close one (`деп`, `diye`). */
  readonly clauseWords: ReadonlySet<string>;
  /** `по словам X`: words before a source. */
  readonly accordingBefore: readonly string[];
  /** `X айтуынша`, `X'e göre`: words after a source. */
  readonly accordingAfter: ReadonlySet<string>;
  /** Forms that take the main verb's speaker: `добавив, что …`. */
  readonly inheriting: ReadonlySet<string>;
  /** Pronouns in other cases: to whom one speaks, never who. */
  readonly objects: ReadonlySet<string>;
  /** Words before a noun that keep it from being who speaks. */
  readonly prepositions: ReadonlySet<string>;
  readonly evidentials: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** Words that end a noun phrase to the left. */
  readonly stops: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
}

export function list(words: string): ReadonlySet<string> {
  return new Set(
    words
      .trim()
      .split(/\s+/)
      .filter((word) => word !== ""),
  );
}

/**
 * Lines of `stance act [noun]: stem(end,end) word …`; `stem(a,b)` stands for `stema`, `stemb`; `_` for a space.
 */
export function cueTable(lines: string): ReadonlyMap<string, PackCue> {
  const cues = new Map<string, PackCue>();
  for (const line of lines.trim().split("\n")) {
    const [head = "", body = ""] = line.split(":");
    const [stance = "asserts", act = "say", noun] = head.trim().split(" ");
    const cue: PackCue = {
      stance: stance as Stance,
      act: act as PackCue["act"],
      noun: noun === "noun",
    };
    for (const item of body.trim().split(/\s+/)) {
      const match = /^([^(]*)\(([^)]*)\)$/.exec(item);
      const forms = match ? (match[2] ?? "").split(",").map((end) => `${match[1]}${end}`) : [item];
      for (const form of forms) cues.set(form.replaceAll("_", " "), cue);
    }
  }
  return cues;
}
