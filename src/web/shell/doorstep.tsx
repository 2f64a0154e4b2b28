// The quiet page that stands before the vault is open.
import type { ReactNode } from "react";
import { t } from "../messages/index.ts";
import { Toasts } from "../parts/toast.tsx";
import { Mark } from "./mark.tsx";

export function Doorstep({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <>
      <main className="doorstep">
        <header className="doorstep__head">
          <Mark />
          <span className="quiet">{t("shell.tagline")}</span>
        </header>
        {children}
      </main>
      <Toasts />
    </>
  );
}
