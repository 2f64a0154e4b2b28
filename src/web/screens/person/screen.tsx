import type { ReactNode } from "react";
import { Loading } from "../../parts/index.ts";

export function PersonScreen(): ReactNode {
  return <Loading />;
}
export function RecordScreen(): ReactNode {
  return <Loading />;
}
