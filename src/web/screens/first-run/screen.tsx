import type { ReactNode } from "react";
import { Loading } from "../../parts/index.ts";

export function Screen(_: { readonly onDone: () => void }): ReactNode {
  return <Loading />;
}
