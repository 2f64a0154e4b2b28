// One intervention: what was asked of whom, for whom, and the reply as whoever replied said it.
import { useState } from "react";
import type { ReactNode } from "react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { asApiError } from "../../api/index.ts";
import type { InterventionView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Bidi,
  Button,
  DateText,
  edtfText,
  EmptyState,
  ErrorNote,
  LinkButton,
  Loading,
  Page,
  StanceTag,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { ReplyDialog } from "./reply-dialog.tsx";
import { ReplyTag } from "./reply-tag.tsx";
import { useIntervention } from "./use-interventions.ts";
import "./interventions.css";

const route = getRouteApi("/interventions/$id");

export function OneScreen(): ReactNode {
  const { id } = route.useParams();
  const found = useIntervention(id);
  const [replying, setReplying] = useState(false);
  const may = useMay();
  if (found.data === undefined) {
    const missing = found.error !== null && asApiError(found.error).status === 404;
    return (
      <Page title={t("interventions.title")}>
        {missing ? (
          <EmptyState
            title={t("interventions.notFound")}
            action={<LinkButton to="/interventions">{t("interventions.title")}</LinkButton>}
          />
        ) : found.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={found.error} />
        )}
      </Page>
    );
  }
  const item = found.data;
  const title =
    item.kind === undefined ? t("interventions.title") : termText("intervention-kind", item.kind);
  return (
    <Page
      className="interventions-one"
      title={title}
      windowTitle={t("interventions.title")}
      lead={
        <>
          <span className="quiet">{item.number}</span> <ReplyTag item={item} />
        </>
      }
      actions={
        <>
          {may("add") ? (
            <Button variant="primary" onPress={() => setReplying(true)}>
              {t("interventions.reply")}
            </Button>
          ) : null}
          <LinkButton to="/records/$id" params={{ id: item.id }}>
            {t("consents.toPerson")}
          </LinkButton>
        </>
      }
    >
      <Facts item={item} />
      <section className="stack">
        <h2>{t("interventions.replies")}</h2>
        {item.replies.length === 0 ? <p className="quiet">{t("interventions.noReply")}</p> : null}
        {item.replies.map((reply) => (
          <blockquote key={reply.statement} className="interventions-said sheet">
            <p className="interventions-said__head">
              <Bidi>{reply.speaker}</Bidi> <StanceTag stance={reply.stance} />
              {reply.said === undefined ? null : (
                <span className="quiet">{edtfText(reply.said)}</span>
              )}
            </p>
            <p className="interventions-said__words">
              <Bidi>{reply.words}</Bidi>
            </p>
            <Link to="/sources/$id" params={{ id: reply.source }} className="small">
              <Bidi>{reply.sourceTitle || t("interventions.source")}</Bidi>
            </Link>
          </blockquote>
        ))}
      </section>
      {replying ? <ReplyDialog item={item} onClose={() => setReplying(false)} /> : null}
    </Page>
  );
}

function Facts({ item }: { readonly item: InterventionView }): ReactNode {
  const texts: readonly (readonly [string, readonly string[]])[] = [
    [t("interventions.addressee"), item.addressees],
    [t("interventions.by"), item.by],
    [t("interventions.attended"), item.attended],
    [t("interventions.asked"), item.asked],
    [t("interventions.reference"), item.reference === undefined ? [] : [item.reference]],
    [t("interventions.sentOn"), item.date === undefined ? [] : [edtfText(item.date)]],
    [t("interventions.due"), item.due === undefined ? [] : [edtfText(item.due)]],
    [t("interventions.replyDate"), item.replyDate === undefined ? [] : [edtfText(item.replyDate)]],
    [t("interventions.notes"), item.notes],
  ];
  return (
    <dl className="interventions-facts">
      {item.people.length === 0 ? null : (
        <div>
          <dt>{t("interventions.people")}</dt>
          {item.people.map(({ id, label, number }) => (
            <dd key={id}>
              <Link to="/people/$id" params={{ id }}>
                <Bidi>{label}</Bidi>
              </Link>{" "}
              <small className="quiet">{number}</small>
            </dd>
          ))}
        </div>
      )}
      {texts
        .filter(([, values]) => values.length > 0)
        .map(([label, values]) => (
          <div key={label}>
            <dt>{label}</dt>
            {values.map((value) => (
              <dd key={value}>
                <Bidi>{value}</Bidi>
              </dd>
            ))}
          </div>
        ))}
      {item.went.length === 0 ? null : (
        <div>
          <dt>{t("interventions.went")}</dt>
          {item.went.map(({ audience, at }) => (
            <dd key={at}>
              {termText("audience", audience)} <DateText at={at} />
            </dd>
          ))}
        </div>
      )}
      <div>
        <dt>{t("interventions.source")}</dt>
        <dd>
          <Link to="/sources/$id" params={{ id: item.source }}>
            <Bidi>{item.sourceTitle || t("interventions.source")}</Bidi>
          </Link>
        </dd>
      </div>
    </dl>
  );
}
