// Which official statements under the questions of a file may go to an audience.
// Invariant: a statement that names somebody else stays; the wording of a question is a claim and passes as one.
import { type LiveClaim } from "../../store/index.ts";
import type { StatementView } from "../../weigh/index.ts";
import type { HeldBack } from "../dossier/held-back.ts";
import { type DossierAudience, gateClaim, gateSource } from "../gate.ts";
import type { RebuttalMatter } from "./gather-rebuttal.ts";
import { wordingOf } from "./policy.ts";

export function policyThatGoes(
  { questions, all, person, own, sources }: RebuttalMatter,
  audience: DossierAudience,
  held: HeldBack,
): { readonly said: StatementView; readonly question: string }[] {
  const known = new Set(all.statements.map(({ id }) => id));
  return questions.flatMap((question) => {
    const asked = wordingThatGoes(question.wordings, audience, sources, held);
    return question.statements
      .filter((said) =>
        // One of the file was counted with the file.
        known.has(said.id)
          ? person.statements.has(said.id)
          : statementGoes(said, { audience, own, sources }, held),
      )
      .map((said) => ({ said, question: asked }));
  });
}

function statementGoes(
  said: StatementView,
  {
    audience,
    own,
    sources,
  }: Pick<RebuttalMatter, "own" | "sources"> & { readonly audience: DossierAudience },
  held: HeldBack,
): boolean {
  const source = sources.get(said.source);
  const gate = source === undefined ? "internal" : gateSource(source, audience);
  const others = said.targets.some(({ record }) => !own.has(record));
  const reason = gate === "goes" && others && audience !== "inside" ? "other-person" : gate;
  if (reason !== "goes") held.add("statement", reason);
  return reason === "goes";
}

/** Empty where no wording goes. */
function wordingThatGoes(
  wordings: readonly LiveClaim[],
  audience: DossierAudience,
  sources: RebuttalMatter["sources"],
  held: HeldBack,
): string {
  for (const claim of wordings) {
    const source = sources.get(claim.source);
    const facts = { sealed: false, accepted: claim.state === "accepted", anotherPerson: false };
    const gate = source === undefined ? "internal" : gateClaim({ ...facts, source }, audience);
    if (gate === "goes") return wordingOf(claim);
    held.add("claim", gate);
  }
  return "";
}
