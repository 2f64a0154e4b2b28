import type { ReactNode } from "react";
import { Loading } from "../../parts/index.ts";

export function Screen(): ReactNode {
  return <Loading />;
}
