// What an appeal brought: its people and who on file they may be, its files, what its sender allows.
import type { ReactNode } from "react";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ArrivedAppeal } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  DateText,
  ErrorNote,
  LinkButton,
  Loading,
  Note,
  Page,
  Tag,
} from "../../parts/index.ts";
import { SaidConsents } from "../consents/said-consents.tsx";
import { useAppeal } from "./use-appeals.ts";
import "./appeal.css";

const route = getRouteApi("/appeals/$id");

export function ArrivedScreen(): ReactNode {
  const { id } = route.useParams();
  const { data: appeal, error, refetch } = useAppeal(id);
  return (
    <Page
      title={t("appeals.arrived")}
      windowTitle={t("appeals.arrived")}
      lead={appeal === undefined ? undefined : <Bidi>{appeal.title}</Bidi>}
      actions={
        <>
          <LinkButton to="/sources/$id" params={{ id }}>
            {t("appeals.read")}
          </LinkButton>
          <LinkButton to="/appeals">{t("appeals.title")}</LinkButton>
        </>
      }
    >
      {error === null ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      {appeal === undefined ? error === null ? <Loading /> : null : <Arrived appeal={appeal} />}
    </Page>
  );
}

function Arrived({ appeal }: { readonly appeal: ArrivedAppeal }): ReactNode {
  return (
    <>
      <p>
        <DateText at={appeal.at} /> · {t("appeals.code")}{" "}
        <strong className="appeals__code">{appeal.code}</strong>{" "}
        <span className="quiet small">{t("appeals.codeText")}</span>
      </p>
      {appeal.alsoSaved.map((source) => (
        <Note key={source}>
          <p>
            {t("appeals.alsoSaved")}{" "}
            <Link to="/appeals/$id" params={{ id: source }}>
              {t("appeals.alsoSavedOpen")}
            </Link>
          </p>
        </Note>
      ))}
      <People appeal={appeal} />
      <Files appeal={appeal} />
      <section className="appeals__part">
        <h2>{t("appeals.consent")}</h2>
        <p className="quiet small">{t("appeals.consentText")}</p>
        <SaidConsents about={appeal.source} />
      </section>
      <section className="appeals__part">
        <h2>{t("appeals.sender")}</h2>
        <p>{t("appeals.senderText")}</p>
        <div>
          <LinkButton small to="/people/$id" params={{ id: appeal.sender }}>
            {t("appeals.senderOpen")}
          </LinkButton>
        </div>
      </section>
    </>
  );
}

function People({ appeal }: { readonly appeal: ArrivedAppeal }): ReactNode {
  return (
    <section className="appeals__part">
      <h2>{t("appeals.peopleTitle")}</h2>
      <ul className="appeals__list sheet">
        {appeal.people.map(({ record, label }) => {
          const candidates = appeal.candidates[record] ?? [];
          return (
            <li key={record} className="appeals__line appeals__line--person">
              <Link to="/people/$id" params={{ id: record }} className="appeals__name">
                <Bidi>{label}</Bidi>
              </Link>
              {candidates.length === 0 ? (
                <span className="quiet small">{t("appeals.nobodyAlike")}</span>
              ) : (
                <ul className="stack appeals__alike">
                  {candidates.map(({ id, number, label: other, name }) => (
                    <li key={id} className="row">
                      <span>
                        <Bidi>{other}</Bidi> <small className="quiet">{number}</small>
                        {name === other ? null : (
                          <>
                            {" "}
                            <small className="quiet">
                              <Bidi>{name}</Bidi>
                            </small>
                          </>
                        )}
                      </span>
                      <LinkButton small to="/same-person" search={{ left: record, right: id }}>
                        {t("appeals.same")} <span className="sr-only">{other}</span>
                      </LinkButton>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Files({ appeal }: { readonly appeal: ArrivedAppeal }): ReactNode {
  if (appeal.files.length === 0) return null;
  return (
    <section className="appeals__part">
      <h2>{t("appeals.files")}</h2>
      <ul className="appeals__list sheet">
        {appeal.files.map(({ name, source, error }, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- two files may have one name, and the list never changes
          <li key={i} className="appeals__line">
            {source === undefined ? (
              <>
                <Bidi>{name}</Bidi> <Tag tone="bad">{t("appeals.fileNot")}</Tag>
                <small className="quiet">
                  {t("appeals.fileNotText")}{" "}
                  {error === undefined ? "" : t("parts.errorCode", { code: error })}
                </small>
              </>
            ) : (
              <Link to="/sources/$id" params={{ id: source }}>
                <Bidi>{name}</Bidi>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
