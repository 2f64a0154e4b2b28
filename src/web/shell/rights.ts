// What the person at the keyboard may do here. The server refuses all the same; this only hides what would be refused.
import { useQueryClient } from "@tanstack/react-query";
import type { AppState } from "../api/index.ts";
import { stateKey } from "../api/index.ts";

export type Right =
  | "read"
  | "add"
  | "review"
  | "link"
  | "publish"
  | "keep"
  | "erase"
  | "open-sealed";

export function useMay(): (right: Right) => boolean {
  const state = useQueryClient().getQueryData<AppState>(stateKey);
  return (right) => state?.member?.rights.includes(right) ?? false;
}
