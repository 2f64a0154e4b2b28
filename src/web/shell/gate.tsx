// Before any screen: is there a vault, and is it open? The address stays as it is, so that one comes back to where one was.
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { announceLocked } from "../api/index.ts";
import { ErrorNote, Loading } from "../parts/index.ts";
import { Doorstep } from "./doorstep.tsx";
import { Shell } from "./shell.tsx";
import { useActivity, useAppState } from "./use-state.ts";

const FirstRun = lazy(async () => ({
  default: (await import("../screens/first-run/index.ts")).Screen,
}));
const Unlock = lazy(async () => ({ default: (await import("../screens/unlock/index.ts")).Screen }));

export function Gate({ children }: { readonly children: ReactNode }): ReactNode {
  const state = useAppState();
  useActivity();
  // The first run goes on after the vault is made, until the recovery code is on paper.
  const [settingUp, setSettingUp] = useState(false);
  const vault = state.data?.vault;
  if (vault === "none" && !settingUp) setSettingUp(true);
  const isOpen = vault === "open" && state.data?.session === true;
  const wasOpen = useRef(false);
  useEffect(() => {
    // The vault may also have locked itself, or been locked in another window.
    if (wasOpen.current && !isOpen) announceLocked();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (state.data === undefined) {
    return (
      <Doorstep>
        {state.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={state.error} onRetry={() => void state.refetch()} />
        )}
      </Doorstep>
    );
  }
  if (vault === "none" || settingUp) {
    return (
      <Suspense fallback={<Doorstep>{null}</Doorstep>}>
        <FirstRun
          onDone={() => {
            void state.refetch().then(() => setSettingUp(false));
          }}
        />
      </Suspense>
    );
  }
  if (state.data.vault === "locked" || !state.data.session) {
    return (
      <Suspense fallback={<Doorstep>{null}</Doorstep>}>
        <Unlock state={state.data} onOpen={() => void state.refetch()} />
      </Suspense>
    );
  }
  return <Shell state={state.data}>{children}</Shell>;
}
