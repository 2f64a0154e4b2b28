// What of the file is open, kept in the address so that it survives a reload and can be sent to a colleague.
import { useNavigate, useSearch } from "@tanstack/react-router";

export type TabKey = "said" | "statements" | "records" | "history";
const tabs: readonly TabKey[] = ["said", "statements", "records", "history"];

export interface FileAddress {
  readonly tab: TabKey;
  /** Properties shown with all their claims, as `record-property`. */
  readonly open: ReadonlySet<string>;
  /** The claim whose passage is shown. */
  readonly claim: string | undefined;
  readonly toggle: (key: string) => void;
  readonly openAll: (keys: readonly string[]) => void;
  readonly showPassage: (claim: string | undefined) => void;
}

export function useFileAddress(): FileAddress {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = new Set((search.open ?? "").split(",").filter((key) => key !== ""));
  const tab = tabs.find((key) => key === search.tab) ?? "said";
  const go = (change: {
    readonly open?: string | undefined;
    readonly claim?: string | undefined;
  }): void => {
    const next = (before: typeof search): typeof search => {
      const { open: openBefore, claim: claimBefore, ...rest } = before;
      const nextOpen = "open" in change ? change.open : openBefore;
      const nextClaim = "claim" in change ? change.claim : claimBefore;
      return {
        ...rest,
        ...(nextOpen === undefined ? {} : { open: nextOpen }),
        ...(nextClaim === undefined ? {} : { claim: nextClaim }),
      };
    };
    void navigate({ to: ".", search: next, replace: true, resetScroll: false });
  };
  const setOpen = (keys: ReadonlySet<string>): void =>
    go({ open: keys.size === 0 ? undefined : [...keys].join(",") });
  return {
    tab,
    open,
    claim: search.claim,
    toggle: (key) =>
      setOpen(
        open.has(key)
          ? new Set([...open].filter((other) => other !== key))
          : new Set([...open, key]),
      ),
    openAll: (keys) => setOpen(new Set([...open, ...keys])),
    showPassage: (claim) => go({ claim }),
  };
}
