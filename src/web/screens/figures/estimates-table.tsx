// The estimates in words: when, how many with the hedge, who gives it, in which words, from how many origins, against what.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { Estimate, FigureDenial, FigureSaying, QuantityView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  atOf,
  Bidi,
  Button,
  Origins,
  ReviewTag,
  StanceTag,
  Table,
  Tag,
} from "../../parts/index.ts";
import { amountText } from "./figure-text.ts";
import { BodyMark, signOf } from "./signs.tsx";

interface EstimatesTableProps {
  readonly quantity: QuantityView;
  /** Left out where the reader may not move figures. */
  readonly onMove: ((saying: FigureSaying) => void) | undefined;
}

export function EstimatesTable({ quantity, onMove }: EstimatesTableProps): ReactNode {
  const places = new Map(quantity.bodies.map((body, place) => [body.key, { place, body }]));
  return (
    <Table<Estimate>
      caption={t("estimates.title")}
      rows={quantity.estimates}
      rowKey={(estimate) => estimate.id}
      columns={[
        {
          key: "when",
          head: t("estimates.when"),
          cell: (estimate) => <When estimate={estimate} />,
        },
        {
          key: "number",
          head: t("estimates.number"),
          main: true,
          cell: ({ amount }) => <span className="figures-number">{amountText(amount)}</span>,
        },
        {
          key: "by",
          head: t("estimates.by"),
          cell: ({ body, methods }) => {
            const found = places.get(body);
            return (
              <>
                <span className="figures-by">
                  <BodyMark sign={signOf(found?.place ?? 0)} />
                  <Bidi>{found?.body.name ?? ""}</Bidi>
                </span>
                {methods.length === 0 ? null : (
                  <small className="quiet figures-method">{methods.join(", ")}</small>
                )}
              </>
            );
          },
        },
        {
          key: "words",
          head: t("estimates.words"),
          cell: ({ sayings, denials }) => (
            <div className="figures-words">
              {sayings.map((saying) => (
                <Saying key={saying.claim} saying={saying} onMove={onMove} />
              ))}
              {denials.length === 0 ? null : <Against denials={denials} />}
            </div>
          ),
        },
        {
          key: "origins",
          head: t("estimates.origins"),
          cell: ({ origins }) => (
            <Origins
              origins={origins.length}
              retellings={origins.reduce((sum, origin) => sum + origin.retellings, 0)}
            />
          ),
        },
      ]}
    />
  );
}

function When({ estimate: { date } }: { readonly estimate: Estimate }): ReactNode {
  if (date === null) return <span className="quiet">{t("estimates.undated")}</span>;
  const note =
    date.kind === "published"
      ? t("estimates.published")
      : date.kind === "period"
        ? t("estimates.period")
        : undefined;
  return (
    <>
      <Bidi>{date.text}</Bidi>
      {note === undefined ? null : <small className="quiet figures-note">{note}</small>}
    </>
  );
}

function Saying({
  saying,
  onMove,
}: {
  readonly saying: FigureSaying;
  readonly onMove: EstimatesTableProps["onMove"];
}): ReactNode {
  const quote = saying.passage?.quote ?? saying.text;
  const at = atOf(saying.passage ?? {});
  return (
    <div className="figures-saying">
      <q dir="auto">{quote}</q>
      <small className="quiet">
        {saying.speaker === undefined ? null : (
          <>
            <Bidi>{saying.speaker}</Bidi>
            {" · "}
          </>
        )}
        <Bidi>{saying.sourceTitle}</Bidi>
      </small>
      <span className="figures-saying__acts">
        {saying.review === "accepted" ? null : <ReviewTag review={saying.review} />}
        {saying.placed ? <Tag>{t("estimates.placed")}</Tag> : null}
        <Link
          className="small"
          to="/sources/$id"
          params={{ id: saying.source }}
          search={at === undefined ? {} : { at }}
        >
          {t("estimates.source")}
        </Link>
        <Link className="small" to="/records/$id" params={{ id: saying.figure }}>
          {t("estimates.record")}
        </Link>
        {onMove === undefined ? null : (
          <Button
            small
            variant="quiet"
            className="figures-saying__move"
            label={t("estimates.moveThis", { what: quote })}
            onPress={() => onMove(saying)}
          >
            {t("estimates.move")}
          </Button>
        )}
      </span>
    </div>
  );
}

function Against({ denials }: { readonly denials: readonly FigureDenial[] }): ReactNode {
  return (
    <div className="figures-against">
      <small className="figures-against__head">{t("estimates.against")}</small>
      {denials.map((denial) => {
        const at = atOf(denial.passage);
        return (
          <p key={denial.statement}>
            <StanceTag stance={denial.stance} /> <q dir="auto">{denial.content}</q>{" "}
            <small className="quiet">
              <Bidi>{denial.speaker === "" ? denial.sourceTitle : denial.speaker}</Bidi>
            </small>{" "}
            <Link
              className="small"
              to="/sources/$id"
              params={{ id: denial.source }}
              search={at === undefined ? {} : { at }}
            >
              {t("estimates.source")}
            </Link>
          </p>
        );
      })}
    </div>
  );
}
