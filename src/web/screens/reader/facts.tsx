// About the source: its file and hash, what it repeats, who repeats it, what came of it.
import { useState } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { SourceView } from "../../api/views.ts";
import { number, t } from "../../messages/index.ts";
import { schemaLabel } from "../../messages/names.ts";
import { Bidi, Button, DateText, LinkButton, sizeText, Tag } from "../../parts/index.ts";
import { batchText } from "../batches/batch-text.ts";
import { fileAddress } from "./media.tsx";
import { FileSays } from "../redact/file-says.tsx";
import { RelaysForm } from "./relays-form.tsx";
import { Repeats } from "./repeats.tsx";
import { SourceHistory } from "./source-history.tsx";

export function Facts({
  source,
  mayAdd,
  isTable,
}: {
  readonly source: SourceView;
  readonly mayAdd: boolean;
  readonly isTable: boolean;
}): ReactNode {
  return (
    <div className="reader-facts">
      <FileFacts source={source} />
      <FileSays source={source} />
      <Relays source={source} mayAdd={mayAdd} />
      <section className="stack">
        <h2>{t("facts.relayedBy")}</h2>
        {source.relayedBy.length === 0 ? (
          <p className="quiet">{t("facts.relayedByNone")}</p>
        ) : (
          <ul className="reader-list">
            {source.relayedBy.map((one) => (
              <li key={one.id}>
                <Link to="/sources/$id" params={{ id: one.id }}>
                  <Bidi>{one.title}</Bidi>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Records source={source} />
      {isTable || source.batches.length > 0 ? <Batches source={source} mayAdd={mayAdd} /> : null}
      <SourceHistory id={source.id} />
    </div>
  );
}

function FileFacts({ source }: { readonly source: SourceView }): ReactNode {
  const { file } = source;
  const lines: readonly (readonly [string, ReactNode])[] = [
    ...(file === undefined
      ? []
      : [
          ...(file.name === undefined
            ? []
            : [[t("facts.name"), <Bidi key="n">{file.name}</Bidi>] as const]),
          [t("facts.size"), sizeText(file.size)] as const,
          [t("facts.type"), file.mime] as const,
          [
            t("facts.hash"),
            <code key="h" className="reader-hash">
              {file.hash}
            </code>,
          ] as const,
        ]),
    ...(source.textHash === undefined
      ? []
      : [
          [
            t("facts.textHash"),
            <code key="t" className="reader-hash">
              {source.textHash}
            </code>,
          ] as const,
        ]),
    [
      t("facts.added"),
      <span key="a">
        <DateText at={source.addedAt} /> {t("facts.addedBy", { name: source.addedBy })}
      </span>,
    ],
    ...(source.interviewer === undefined
      ? []
      : [[t("meta.interviewer"), <Bidi key="i">{source.interviewer}</Bidi>] as const]),
    ...(source.interpreter === undefined
      ? []
      : [[t("meta.interpreter"), <Bidi key="p">{source.interpreter}</Bidi>] as const]),
    ...(source.url === undefined
      ? []
      : [
          [
            t("meta.url"),
            <bdi key="u" dir="ltr">
              {source.url.value}
            </bdi>,
          ] as const,
        ]),
    ...(source.note === undefined
      ? []
      : [[t("meta.note"), <Bidi key="o">{source.note}</Bidi>] as const]),
  ];
  return (
    <section className="stack">
      <h2>{t("facts.file")}</h2>
      {file === undefined ? <p className="quiet">{t("facts.noFile")}</p> : null}
      <dl className="reader-dl">
        {lines.map(([head, value]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {file === undefined ? null : (
        <div>
          <a
            className="btn btn--plain"
            href={fileAddress(source.id)}
            download={file.name ?? file.hash}
          >
            {t("reader.download")}
          </a>
        </div>
      )}
    </section>
  );
}

function Relays({
  source,
  mayAdd,
}: {
  readonly source: SourceView;
  readonly mayAdd: boolean;
}): ReactNode {
  const [editing, setEditing] = useState(false);
  return (
    <section className="stack">
      <h2>{t("facts.relays")}</h2>
      {source.relays.length === 0 ? (
        <p className="quiet">{t("facts.relaysNone")}</p>
      ) : (
        <ul className="reader-list">
          {source.relays.map((relay, i) => (
            <li key={`${relay.source ?? ""}-${i}`}>
              {relay.source === undefined ? null : (
                <Link to="/sources/$id" params={{ id: relay.source }}>
                  <Bidi>{relay.title ?? relay.source}</Bidi>
                </Link>
              )}{" "}
              {relay.words === "" ? null : (
                <span className="quiet">
                  <Bidi>“{relay.words}”</Bidi>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd ? (
        <div>
          <Button small onPress={() => setEditing(true)}>
            {t("facts.relaysEdit")}
          </Button>
        </div>
      ) : null}
      <Repeats source={source} mayAdd={mayAdd} />
      {editing ? <RelaysForm source={source} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

function Records({ source }: { readonly source: SourceView }): ReactNode {
  return (
    <section className="stack">
      <h2>{t("facts.records")}</h2>
      {source.records.length === 0 ? (
        <p className="quiet">{t("facts.recordsNone")}</p>
      ) : (
        <ul className="reader-list">
          {source.records.map((record) => (
            <li key={record.id}>
              <Link
                to={record.schema === "Person" ? "/people/$id" : "/records/$id"}
                params={{ id: record.id }}
              >
                <Bidi>{record.label}</Bidi>
              </Link>{" "}
              <Tag>{schemaLabel(record.schema)}</Tag>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Batches({
  source,
  mayAdd,
}: {
  readonly source: SourceView;
  readonly mayAdd: boolean;
}): ReactNode {
  return (
    <section className="stack">
      <h2>{t("facts.batches")}</h2>
      {source.batches.length === 0 ? null : (
        <ul className="reader-list">
          {source.batches.map((batch) => (
            <li key={batch.id}>
              <DateText at={batch.startedAt} /> {t("batches.by", { name: batch.startedBy })}:{" "}
              {t("rows.total", { count: batch.rows })}
              {batch.undone ? <Tag sign="×">{t("batches.undone")}</Tag> : ` · ${batchText(batch)}`}
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {mayAdd ? (
          <LinkButton small to="/sources/$id/table" params={{ id: source.id }}>
            {t("facts.importTable")}
          </LinkButton>
        ) : null}
        {source.batches.length === 0 ? null : (
          <LinkButton small to="/batches">
            {t("table.toBatches")} ({number(source.batches.length)})
          </LinkButton>
        )}
      </div>
    </section>
  );
}
