// What the menu of a claim offers to this person.
import type { ClaimView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import type { MenuAction } from "../../parts/menu.tsx";
import type { Right } from "../../shell/rights.ts";
import type { Decision } from "./decisions.ts";
import type { Ask } from "./said-context.ts";

interface Input {
  readonly claim: ClaimView;
  readonly isPinned: boolean;
  readonly may: (right: Right) => boolean;
  readonly ask: (ask: Ask) => void;
  readonly decide: (decision: Decision) => void;
}

export function claimActions({ claim, isPinned, may, ask, decide }: Input): readonly MenuAction[] {
  const asking = (kind: Ask["kind"], label: string, danger = false): MenuAction => ({
    key: kind,
    label,
    danger,
    run: () => ask({ kind, claim }),
  });
  const accept: MenuAction = {
    key: "accept",
    label: t("claims.accept"),
    run: () => decide({ kind: "review", claim, state: "accepted" }),
  };
  const reviewing = {
    proposed: [],
    accepted: [asking("reject", t("claims.reject"))],
    rejected: [accept],
  };
  return [
    ...(may("review")
      ? [
          ...reviewing[claim.review],
          asking(isPinned ? "unpin" : "pin", isPinned ? t("claims.unpin") : t("claims.pin")),
          asking("grade", t("claims.gradeIt")),
        ]
      : []),
    // A sealed value cannot be shown in a form; it is taken back and entered anew.
    ...(may("add") && claim.value.kind !== "sealed"
      ? [asking("correct", t("claims.correct"))]
      : []),
    ...(may("add") ? [asking("withdraw", t("claims.withdraw"), true)] : []),
  ];
}
