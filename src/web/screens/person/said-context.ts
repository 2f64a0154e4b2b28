// What every row of the file can do: show a passage, decide, ask for a reason, open and close.
import { createContext, useContext } from "react";
import type { ClaimView } from "../../api/views.ts";
import type { Decision } from "./decisions.ts";

export interface Ask {
  readonly kind: "reject" | "pin" | "unpin" | "withdraw" | "grade" | "correct";
  readonly claim: ClaimView;
}

export interface Said {
  /** The records the shown file is made of. */
  readonly own: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly shownClaim: string | undefined;
  readonly showPassage: (claim: string) => void;
  /** On a narrow screen the passage opens under its row instead of beside the list. */
  readonly passageInPlace: boolean;
  readonly decide: (decision: Decision) => void;
  readonly ask: (ask: Ask) => void;
}

const context = createContext<Said | null>(null);
export const SaidProvider = context.Provider;

export function useSaid(): Said {
  const said = useContext(context);
  if (said === null) throw new Error("A row of a file stands outside the file.");
  return said;
}
