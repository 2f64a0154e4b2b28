// Which claims and statements the lines of a form rest on.
// Invariant: in the order in which a reader meets them, each once.
import type { FilledField } from "../../act/index.ts";
import type { ClaimView } from "../../weigh/index.ts";

export function claimsIn(fields: readonly FilledField[]): ClaimView[] {
  const found = new Map<string, ClaimView>();
  for (const line of fields.flatMap(({ lines }) => lines)) {
    const claims =
      line.kind === "values"
        ? line.parts.flatMap((part) => part.claims)
        : line.kind === "state"
          ? line.claims
          : [];
    for (const claim of claims) found.set(claim.id, claim);
  }
  return [...found.values()];
}

export function statementsIn(fields: readonly FilledField[]): string[] {
  const said = fields.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === "said" ? [line.statement] : [])),
  );
  return [...new Set(said)];
}
