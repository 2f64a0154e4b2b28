import type { ReactNode } from "react";
import type { AppState } from "../../api/index.ts";
import { Loading } from "../../parts/index.ts";

export function Screen(_: { readonly state: AppState; readonly onOpen: () => void }): ReactNode {
  return <Loading />;
}
