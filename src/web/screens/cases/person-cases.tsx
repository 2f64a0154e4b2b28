// On a person's page: the cases they are part of, and opening one.
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { Button, LinkButton } from "../../parts/index.ts";
import type { Found } from "../../parts/chooser.tsx";
import { t } from "../../messages/index.ts";
import { useMay } from "../../shell/rights.ts";
import { useBoard, useCasesOf } from "./use-cases.ts";

const OpenCase = lazy(async () => ({ default: (await import("./open-case.tsx")).OpenCase }));

export function PersonCases({ person }: { readonly person: Found }): ReactNode {
  const [opening, setOpening] = useState(false);
  const may = useMay();
  const cases = useCasesOf(person.id);
  const open = (cases.data ?? []).filter(({ status }) => status !== "closed");
  return (
    <>
      {open.map(({ id, number }) => (
        <LinkButton key={id} to="/cases/$id" params={{ id }}>
          {t("case.title", { number })}
        </LinkButton>
      ))}
      {cases.data !== undefined && open.length === 0 && may("add") ? (
        <Button onPress={() => setOpening(true)}>{t("cases.open")}</Button>
      ) : null}
      {opening ? <Opening person={person} onClose={() => setOpening(false)} /> : null}
    </>
  );
}

function Opening({
  person,
  onClose,
}: {
  readonly person: Found;
  readonly onClose: () => void;
}): ReactNode {
  const board = useBoard({});
  return (
    <Suspense>
      <OpenCase person={person} members={board.data?.members ?? []} onClose={onClose} />
    </Suspense>
  );
}
