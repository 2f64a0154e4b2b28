// A file: who this is, how we know, what is disputed. The same screen serves a person and any other record.
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { LinkProps } from "@tanstack/react-router";
import { asApiError } from "../../api/index.ts";
import type { RecordFile } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  Button,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
  Tabs,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { useShortcut } from "../../shell/shortcuts.ts";
import { PersonCases } from "../cases/person-cases.tsx";
import { Names, Status } from "./head.tsx";
import { History } from "./history.tsx";
import { Records } from "./records.tsx";
import { Said } from "./said.tsx";
import { Statements } from "./statements.tsx";
import { useFileAddress } from "./use-address.ts";
import type { TabKey } from "./use-address.ts";
import { useFile } from "./use-file.ts";
import "./person.css";

const AddClaim = lazy(async () => ({ default: (await import("./add-claim.tsx")).AddClaim }));

const personRoute = getRouteApi("/people/$id");
const recordRoute = getRouteApi("/records/$id");

export function PersonScreen(): ReactNode {
  const { id } = personRoute.useParams();
  return <FileScreen key={id} id={id} path="/people/$id" />;
}

export function RecordScreen(): ReactNode {
  const { id } = recordRoute.useParams();
  return <FileScreen key={id} id={id} path="/records/$id" />;
}

type Path = "/people/$id" | "/records/$id";

function FileScreen({ id, path }: { readonly id: string; readonly path: Path }): ReactNode {
  const file = useFile(id);
  if (file.data === undefined) {
    const missing = file.error !== null && asApiError(file.error).status === 404;
    return (
      <Page title={t("person.loading")}>
        {missing ? (
          <EmptyState
            title={t("person.notFound")}
            action={<LinkButton to="/people">{t("nav.people")}</LinkButton>}
          />
        ) : file.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={file.error} onRetry={() => void file.refetch()} />
        )}
      </Page>
    );
  }
  return <FileView id={id} file={file.data} path={path} />;
}

function FileView({
  id,
  file,
  path,
}: {
  readonly id: string;
  readonly file: RecordFile;
  readonly path: Path;
}): ReactNode {
  const address = useFileAddress();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const isPerson = file.schema === "Person";
  const name = file.names.find((form) => form.text === file.label);
  const add = may("add") ? (): void => setAdding(true) : undefined;
  useShortcut("a", t("person.addClaim"), () => add?.(), { enabled: add !== undefined });
  const navigate = useNavigate();
  const canMerge = isPerson && may("link");
  useShortcut(
    "m",
    t("person.mergeKey"),
    () => void navigate({ to: "/same-person", search: { left: file.id } }),
    { enabled: canMerge },
  );
  const link = (tab: TabKey): LinkProps => ({
    to: path,
    params: { id },
    search: tab === "said" ? {} : { tab },
  });
  const statements = file.statements.length + file.spoke.length;
  return (
    <Page
      className="file"
      title={file.label}
      windowTitle={file.number}
      heading={
        <Bidi lang={name?.lang} script={name?.script}>
          {file.label}
        </Bidi>
      }
      lead={<Names file={file} />}
      actions={
        <>
          {add === undefined ? null : (
            <Button variant="primary" onPress={add} keys="A">
              {t("person.addClaim")}
            </Button>
          )}
          {isPerson ? <PersonCases person={{ id: file.id, label: file.label }} /> : null}
          {isPerson ? (
            <LinkButton to="/people/$id/network" params={{ id: file.id }}>
              {t("network.open")}
            </LinkButton>
          ) : null}
          {isPerson ? (
            <LinkButton to="/people/$id/consents" params={{ id: file.id }}>
              {t("consents.open")}
            </LinkButton>
          ) : null}
          {isPerson ? (
            <LinkButton to="/people/$id/submissions" params={{ id: file.id }}>
              {t("submissions.open")}
            </LinkButton>
          ) : null}
          {isPerson && may("publish") ? (
            <LinkButton to="/people/$id/rebuttal" params={{ id: file.id }}>
              {t("rebuttal.open")}
            </LinkButton>
          ) : null}
          {isPerson && may("publish") ? (
            <LinkButton to="/people/$id/dossier" params={{ id: file.id }}>
              {t("dossier.open")}
            </LinkButton>
          ) : null}
          {canMerge ? (
            <LinkButton to="/same-person" search={{ left: file.id }}>
              {t("person.merge")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {file.status === null ? null : <Status status={file.status} />}
      <Tabs
        label={t("person.tabs")}
        current={address.tab}
        tabs={[
          { key: "said", label: t("person.tab.said"), link: link("said") },
          {
            key: "statements",
            label: t("person.tab.statements"),
            count: statements,
            link: link("statements"),
          },
          {
            key: "records",
            label: t("person.tab.records"),
            count: file.records.length,
            link: link("records"),
          },
          { key: "history", label: t("person.tab.history"), link: link("history") },
        ]}
      />
      {address.tab === "said" ? <Said file={file} address={address} onAdd={add} /> : null}
      {address.tab === "statements" ? <Statements file={file} /> : null}
      {address.tab === "records" ? <Records file={file} /> : null}
      {address.tab === "history" ? <History id={id} /> : null}
      {adding ? (
        <Suspense>
          <AddClaim file={file} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}
