// How the file changed, a line for each change, oldest first.
import type { Footnotes } from "../dossier/footnotes.ts";
import { name, text } from "../dossier/report-html.ts";
import type { ToldChange } from "./changes-that-go.ts";

const words: Readonly<Record<ToldChange["kind"], string>> = {
  came: "came",
  corrected: "corrected",
  accepted: "accepted after review",
  rejected: "rejected after review",
  proposed: "put back for review",
  "taken-back": "taken back",
  "brought-back": "brought back",
  graded: "content graded",
  pinned: "put first by a member",
  unpinned: "no longer put first by a member",
  same: "Two records were judged to be about the same person",
  different: "Two records were judged to be about different people",
  relative: "Two records were judged to be about relatives",
  undecided: "A judgement about two records was reopened",
};
const judged = new Set(["same", "different", "relative", "undecided"]);

export function changesText(changes: readonly ToldChange[], notes: Footnotes): string {
  if (changes.length === 0) return "<p>No change may be told.</p>";
  const days = Map.groupBy(changes, ({ day }) => day);
  return [...days]
    .map(
      ([day, some]) =>
        `<h3>${text(day)}</h3>${some.map((change) => `<p>${lineOf(change, notes)}</p>`).join("")}`,
    )
    .join("\n");
}

function lineOf(change: ToldChange, notes: Footnotes): string {
  const { kind, label, value, before, claim, grade, by, reason, seq } = change;
  const mark = claim === undefined ? "" : notes.claim(claim);
  const inside = [by, reason].filter((one) => one !== undefined && one !== "") as string[];
  const tail = ` <span class="quiet">(entry ${seq}${inside.map((one) => `, ${name(one)}`).join("")})</span>`;
  if (judged.has(kind)) return `${words[kind]}.${tail}`;
  const about = label ?? "A record";
  const what = value === undefined ? "" : ` ${name(value)}`;
  const was = before === undefined ? "" : `, before: ${name(before)}`;
  const how = kind === "graded" && grade !== undefined ? `${words[kind]} ${grade}` : words[kind];
  return `${text(about)}:${what}${mark} <span class="quiet">${how}</span>${was}${tail}`;
}
