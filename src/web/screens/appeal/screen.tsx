// Appeals: take in a file that came, fill one in together, hand out the form, and those that came.
import { useRef } from "react";
import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import type { AppealView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  Button,
  DateText,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Note,
  Page,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { HandOut } from "./hand-out.tsx";
import { useAppealKey, useAppeals, useOpenAppeal } from "./use-appeals.ts";
import "./appeal.css";

export function Screen(): ReactNode {
  const may = useMay();
  const mayOpen = may("add") && may("open-sealed");
  const key = useAppealKey();
  const hasKey = key.data?.recipient !== undefined && key.data.recipient !== null;
  return (
    <Page title={t("appeals.title")} lead={t("appeals.lead")}>
      <ErrorNote error={key.error} />
      {key.data === undefined || hasKey ? null : <NoKey />}
      {hasKey && mayOpen ? <Open /> : null}
      {hasKey && !mayOpen ? <Note>{t("appeals.mayNot")}</Note> : null}
      <Came />
      <HandOut />
    </Page>
  );
}

function NoKey(): ReactNode {
  return (
    <Note tone="warn">
      <p>{t("appeals.noKey")}</p>
    </Note>
  );
}

function Open(): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const go = useNavigate();
  const opening = useOpenAppeal();
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    opening.mutate(
      { blob: file, name: file.name },
      { onSuccess: ({ source }) => void go({ to: "/appeals/$id", params: { id: source } }) },
    );
  };
  return (
    <section className="appeals__part">
      <h2>{t("appeals.open")}</h2>
      <p>{t("appeals.openText")}</p>
      <ErrorNote error={opening.error} />
      <input
        ref={input}
        className="sr-only"
        type="file"
        accept=".age"
        tabIndex={-1}
        aria-label={t("appeals.choose")}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <div className="row">
        <Button
          variant="primary"
          isPending={opening.isPending}
          onPress={() => input.current?.click()}
        >
          {t("appeals.choose")}
        </Button>
        <LinkButton to="/appeals/new">{t("appeals.fill")}</LinkButton>
      </div>
    </section>
  );
}

function Came(): ReactNode {
  const appeals = useAppeals();
  return (
    <section className="appeals__part">
      <h2>{t("appeals.came")}</h2>
      {appeals.error === null ? null : (
        <ErrorNote error={appeals.error} onRetry={() => void appeals.refetch()} />
      )}
      {appeals.data === undefined ? (
        appeals.error === null ? (
          <Loading />
        ) : null
      ) : appeals.data.items.length === 0 ? (
        <EmptyState title={t("appeals.none")} text={t("appeals.noneText")} />
      ) : (
        <ul className="appeals__list sheet">
          {appeals.data.items.map((appeal) => (
            <Line key={appeal.source} appeal={appeal} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ appeal }: { readonly appeal: AppealView }): ReactNode {
  return (
    <li className="appeals__line">
      <LinkButton small to="/appeals/$id" params={{ id: appeal.source }}>
        <Bidi>{appeal.title}</Bidi>
      </LinkButton>
      <span className="quiet small">
        {t("appeals.people", { count: appeal.people.length })} · <DateText at={appeal.at} /> ·{" "}
        <code>{appeal.code}</code>
      </span>
    </li>
  );
}
