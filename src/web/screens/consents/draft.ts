// What a guided consent holds so far, and what is still missing: pure, so that it can be tried without a page.
// Invariant: nothing is ticked beforehand.
import type { MessageKey } from "../../messages/index.ts";

export interface ConsentDraft {
  readonly capacity: string;
  readonly giver: string;
  readonly giverName: string;
  readonly assent: string;
  readonly risk: string;
  readonly wording: string;
  readonly audiences: readonly string[];
  readonly mode: string;
  readonly language: string;
  readonly interpreter: string;
  readonly taker: string;
  readonly until: string;
  readonly review: string;
  readonly note: string;
}

/** For a source whoever gave it speaks for it, and no capacity is asked. */
export function emptyDraft(about: string): ConsentDraft {
  const isSource = about.startsWith("src_");
  return {
    capacity: isSource ? "adult" : "",
    giver: isSource ? "witness" : "",
    giverName: "",
    assent: "",
    risk: "",
    wording: "",
    audiences: [],
    mode: "spoken",
    language: "",
    interpreter: "",
    taker: "",
    until: "",
    review: "",
    note: "",
  };
}

const guardians: readonly string[] = ["parent", "guardian"];
export const steps = ["who", "read", "answers", "last"] as const;
export type Step = (typeof steps)[number];

/** What keeps one from going on from this step, or null. */
export function missingIn(step: Step, draft: ConsentDraft): MessageKey | null {
  const { capacity, giver, assent, risk, audiences } = draft;
  if (step === "answers") return audiences.length === 0 ? "consents.miss.audiences" : null;
  if (step !== "who") return null;
  if (capacity === "" || giver === "") return "consents.miss.capacity";
  if (capacity === "child" && !guardians.includes(giver)) return "consents.miss.guardian";
  if (capacity === "child" && assent === "") return "consents.miss.assent";
  if (capacity === "detained" && giver === "self") return "consents.miss.kin";
  return capacity === "detained" && risk.trim() === "" ? "consents.miss.risk" : null;
}

/** The body the server takes: what was left empty is left out. */
export function toBody(about: string, draft: ConsentDraft): Record<string, unknown> {
  const { audiences, assent, risk, ...texts } = draft;
  const said = Object.entries(texts)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== "");
  return {
    about,
    audiences,
    ...Object.fromEntries(said),
    ...(draft.capacity === "child" && assent !== "" ? { assent } : {}),
    ...(draft.capacity === "detained" ? { risk: risk.trim() } : {}),
  };
}
