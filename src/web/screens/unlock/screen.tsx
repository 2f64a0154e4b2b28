// In again: passphrase or recovery code. After a wrong one the wait is shown and grows.
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import type { AppState } from "../../api/index.ts";
import { asApiError, unlock } from "../../api/index.ts";
import { t } from "../../messages/index.ts";
import { Button, ErrorNote, Page, TextField } from "../../parts/index.ts";
import { useDemo } from "../../shell/demo-door.tsx";
import { Doorstep } from "../../shell/doorstep.tsx";

/** Whole seconds left of a wait, counted down by the clock; `start` begins a new one, of no seconds to end it. */
function useWait(first: number): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(first);
  const [until, setUntil] = useState(() => Date.now() + first * 1_000);
  useEffect(() => {
    const tick = (): void => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000)));
    tick();
    if (until <= Date.now()) return;
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [until]);
  return [left, (seconds) => setUntil(Date.now() + seconds * 1_000)];
}

export function Screen({
  state,
  onOpen,
}: {
  readonly state: AppState;
  readonly onOpen: () => void;
}): ReactNode {
  const [how, setHow] = useState<"passphrase" | "code">("passphrase");
  const [typed, setTyped] = useState("");
  const [missing, setMissing] = useState(false);
  const [failures, setFailures] = useState(0);
  const [wait, startWait] = useWait(state.retryInSeconds ?? 0);
  const opening = useMutation({
    mutationFn: unlock,
    onSuccess: onOpen,
    onError: (error) => {
      startWait(asApiError(error).retryInSeconds ?? 0);
      setTyped("");
      setFailures((before) => before + 1);
    },
  });
  const byCode = how === "code";
  const demo = useDemo(onOpen);
  if (state.demo) {
    return (
      <Doorstep>
        <Page title={t("unlock.demoTitle")} lead={t("shell.demo")}>
          <ErrorNote error={demo.error} />
          <div>
            <Button variant="primary" onPress={demo.begin} isPending={demo.phase === "running"}>
              {t("first.demo")}
            </Button>
          </div>
        </Page>
      </Doorstep>
    );
  }
  return (
    <Doorstep>
      <Page title={t("unlock.title")}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (wait > 0 || opening.isPending) return;
            if (typed === "") setMissing(true);
            else opening.mutate(byCode ? { recoveryCode: typed.trim() } : { passphrase: typed });
          }}
        >
          <TextField
            key={how}
            label={byCode ? t("unlock.code") : t("unlock.passphrase")}
            type={byCode ? "text" : "password"}
            autoComplete={byCode ? "off" : "current-password"}
            spellCheck={false}
            dir={byCode ? "ltr" : "auto"}
            value={typed}
            autoFocus
            onChange={(value) => {
              setTyped(value);
              setMissing(false);
            }}
            {...(byCode ? { hint: t("unlock.codeHint") } : {})}
            {...(missing ? { error: t("unlock.missing") } : {})}
          />
          <ErrorNote error={opening.error} />
          <p aria-live="polite" className="quiet">
            {wait > 0
              ? t("unlock.wait", { count: wait })
              : opening.isPending
                ? t(failures > 0 ? "unlock.workingLonger" : "unlock.working")
                : null}
          </p>
          <div className="row">
            <Button
              type="submit"
              variant="primary"
              isPending={opening.isPending}
              isDisabled={wait > 0}
            >
              {t("unlock.submit")}
            </Button>
            <Button
              variant="quiet"
              onPress={() => {
                setHow(byCode ? "passphrase" : "code");
                setTyped("");
                setMissing(false);
                opening.reset();
              }}
            >
              {byCode ? t("unlock.usePassphrase") : t("unlock.useCode")}
            </Button>
          </div>
        </form>
      </Page>
    </Doorstep>
  );
}
