// The four answers and their keys.
import type { Verdict } from "../../../model/index.ts";

export const verdicts = ["same", "different", "undecided", "relative"] as const;

export const verdictKeys: Readonly<Record<Verdict, string>> = {
  same: "s",
  different: "d",
  undecided: "n",
  relative: "r",
};
