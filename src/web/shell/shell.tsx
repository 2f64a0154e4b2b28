// The frame around every screen: navigation, the demonstration's banner, toasts, the keyboard map.
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { t } from "../messages/index.ts";
import { Button, Icon } from "../parts/index.ts";
import { Toasts } from "../parts/toast.tsx";
import { DemoBanner } from "./demo-door.tsx";
import { BottomBar, Nav } from "./nav.tsx";
import { places } from "./places.ts";
import { useShortcut } from "./shortcuts.ts";
import type { KnownState } from "./use-state.ts";
import "./shell.css";

const KeyMap = lazy(async () => ({ default: (await import("./key-map.tsx")).KeyMap }));

function GoKeys({ onShowKeys }: { readonly onShowKeys: () => void }): ReactNode {
  useShortcut("?", t("keys.show"), onShowKeys, { everywhere: true });
  return places.map((place) => <GoKey key={place.key} place={place} />);
}

function GoKey({ place }: { readonly place: (typeof places)[number] }): ReactNode {
  const navigate = useNavigate();
  useShortcut(
    place.keys,
    t("keys.goTo", { place: t(place.label) }),
    () => void navigate(place.link),
    { everywhere: true },
  );
  return null;
}

export function Shell({
  state,
  children,
}: {
  readonly state: KnownState;
  readonly children: ReactNode;
}): ReactNode {
  const [keysShown, setKeysShown] = useState(false);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const drawer = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (drawerOpen) drawer.current?.showModal();
    else drawer.current?.close();
  }, [drawerOpen]);
  const showKeys = (): void => {
    setDrawerOpen(false);
    setKeysShown(true);
  };
  return (
    <div className="shell">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t("shell.skip")}
      </a>
      <header className="shell__nav">
        <Nav state={state} onShowKeys={showKeys} />
      </header>
      <main id="main" className="shell__main" ref={main} tabIndex={-1}>
        {state.demo ? <DemoBanner /> : null}
        {children}
      </main>
      <dialog
        ref={drawer}
        className="drawer"
        aria-label={t("shell.nav")}
        onClose={() => setDrawerOpen(false)}
      >
        {drawerOpen ? (
          <>
            <div className="drawer__close">
              <Button variant="quiet" label={t("parts.close")} onPress={() => setDrawerOpen(false)}>
                <Icon name="close" />
              </Button>
            </div>
            <Nav state={state} onShowKeys={showKeys} onGo={() => setDrawerOpen(false)} />
          </>
        ) : null}
      </dialog>
      <BottomBar isOpen={drawerOpen} onMore={() => setDrawerOpen(true)} />
      <Toasts />
      <GoKeys onShowKeys={showKeys} />
      {keysShown ? (
        <Suspense>
          <KeyMap onClose={() => setKeysShown(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
