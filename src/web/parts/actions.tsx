import type { ReactNode } from "react";

/** The row of buttons a dialog or a form ends with; the primary one comes first. */
export function Actions({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="actions">{children}</div>;
}
