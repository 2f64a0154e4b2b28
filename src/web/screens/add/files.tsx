// Many files at once: dropped or chosen, a line for each, with what became of it or what to do about it.
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { ApiError, upload } from "../../api/index.ts";
import type { ArrivedAppeal, IntakeItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Bidi,
  Button,
  errorText,
  Icon,
  LinkButton,
  ProgressBar,
  sizeText,
  Tag,
} from "../../parts/index.ts";
import { createQueue, progressOf } from "./queue.ts";
import type { Queue, QueuedFile } from "./queue.ts";
import { useLeaveGuard } from "./leave-guard.tsx";

const send = async (
  file: Blob & { readonly name: string },
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
): Promise<IntakeItem> => {
  const options = {
    headers: { "X-Guwah-Name": encodeURIComponent(file.name) },
    onProgress,
    signal,
  };
  if (!file.name.toLowerCase().endsWith(".age"))
    return upload<IntakeItem>("/api/sources/file", file, options);
  const { source, known, title } = await upload<ArrivedAppeal>("/api/appeals", file, options);
  const which = known ? { duplicateOf: source } : { source };
  return { name: file.name, title, kind: "appeal", ...which };
};

export function AddFiles(): ReactNode {
  const [lines, setLines] = useState<readonly QueuedFile[]>([]);
  const queue = useRef<Queue>(null);
  queue.current ??= createQueue(send, setLines);
  useEffect(() => () => queue.current?.stop(), []);
  const { ended, failed, busy } = progressOf(lines);
  const client = useQueryClient();
  useEffect(() => {
    if (ended > 0) void client.invalidateQueries({ queryKey: ["sources"] });
  }, [ended, client]);
  const guard = useLeaveGuard(busy, t("add.leave"));
  return (
    <div className="stack">
      {guard}
      <DropPlace onFiles={(files) => queue.current?.add(files)} />
      {lines.length === 0 ? null : (
        <section className="stack" aria-label={t("add.list")}>
          <div className="add__sum">
            <div className="add__bar">
              <ProgressBar
                label={busy ? t("add.adding") : t("add.allDone")}
                done={ended}
                total={lines.length}
              />
              {failed === 0 ? null : (
                <p className="add__failed">{t("add.progressFailed", { count: failed })}</p>
              )}
            </div>
            {busy ? (
              <Button small onPress={() => queue.current?.stop()}>
                {t("add.stop")}
              </Button>
            ) : (
              <LinkButton small to="/sources">
                {t("add.toSources")}
              </LinkButton>
            )}
          </div>
          <ul className="add__lines sheet">
            {lines.map((line) => (
              <FileLine
                key={line.id}
                line={line}
                onRetry={() => queue.current?.retry(line.id)}
                onRemove={() => queue.current?.remove(line.id)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function DropPlace({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A file that misses the place must not replace the page with itself.
    const keep = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    };
    addEventListener("dragover", keep);
    addEventListener("drop", keep);
    return () => {
      removeEventListener("dragover", keep);
      removeEventListener("drop", keep);
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is one way; the button inside is the other
    <div
      className={over ? "add__drop add__drop--over" : "add__drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <p className="add__dropTitle">{t("add.drop")}</p>
      <p className="quiet">{t("add.dropHint")}</p>
      <p className="quiet small">{t("foreign.ownHint")}</p>
      <input
        ref={input}
        className="sr-only"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t("add.choose")}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button variant="primary" onPress={() => input.current?.click()}>
        {t("add.choose")}
      </Button>
    </div>
  );
}

function FileLine({
  line,
  onRetry,
  onRemove,
}: {
  readonly line: QueuedFile;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { state } = line;
  return (
    <li className="add__line">
      <div className="add__name">
        <Bidi>{line.name}</Bidi> <small className="quiet">{sizeText(line.size)}</small>
      </div>
      <LineState state={state} />
      {state.kind === "done" ? <LineLinks item={state.item} /> : null}
      {state.kind === "failed" || state.kind === "stopped" ? (
        <div className="row add__do">
          <Button small onPress={onRetry}>
            {t("add.retry")}
          </Button>
          <Button
            small
            variant="quiet"
            label={`${t("add.remove")}: ${line.name}`}
            onPress={onRemove}
          >
            <Icon name="close" />
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function LineState({ state }: { readonly state: QueuedFile["state"] }): ReactNode {
  switch (state.kind) {
    case "waiting":
      return <span className="quiet">{t("add.fileWaiting")}</span>;
    case "sending":
      return (
        <span className="add__sending">
          {t("add.fileSending")}{" "}
          {state.total === 0 ? "" : `${Math.floor((state.sent / state.total) * 100)} %`}
        </span>
      );
    case "reading":
      return <span className="add__sending">{t("add.fileReading")}</span>;
    case "stopped":
      return (
        <span>
          <Tag>{t("add.fileStopped")}</Tag>
        </span>
      );
    case "failed":
      return (
        <div className="add__why" role="alert">
          <Tag tone="bad">{t("add.fileFailed")}</Tag>{" "}
          {errorText(new ApiError(state.code, 0, state.message))}{" "}
          <small className="quiet">{t("parts.errorCode", { code: state.code })}</small>
        </div>
      );
    case "done":
      if (state.item.duplicateOf !== undefined)
        return (
          <span>
            <Tag>{t("add.fileSame")}</Tag>
          </span>
        );
      return (
        <span>
          <Tag tone="good">{t("add.fileDone")}</Tag>{" "}
          {state.item.suggestions === undefined || state.item.suggestions === 0 ? null : (
            <small className="quiet">
              {t("add.fileSuggestions", { count: state.item.suggestions })}
            </small>
          )}
        </span>
      );
  }
}

/** Nothing here writes or reads JSON but what another program holds. */
const isJson = (name: string): boolean => /\.(?:json|jsonl|ndjson)$/i.test(name);

function LineLinks({ item }: { readonly item: IntakeItem }): ReactNode {
  const id = item.source ?? item.duplicateOf;
  if (id === undefined) return null;
  const isPicture = item.kind === "photo" && item.duplicateOf === undefined;
  const isTable = item.kind === "list" && item.duplicateOf === undefined;
  return (
    <div className="row add__do">
      {isTable ? (
        <LinkButton small to="/sources/$id/table" params={{ id }}>
          {t("add.openTable")}
        </LinkButton>
      ) : null}
      {isJson(item.name) && item.duplicateOf === undefined ? (
        <LinkButton small to="/sources/$id/foreign" params={{ id }}>
          {t("foreign.open")}
        </LinkButton>
      ) : null}
      {item.kind === "appeal" && item.name.toLowerCase().endsWith(".age") ? (
        <LinkButton small to="/appeals/$id" params={{ id }}>
          {t("appeals.arrived")}
        </LinkButton>
      ) : null}
      {isPicture ? (
        <LinkButton small to="/sources/$id/evidence" params={{ id }}>
          {t("ocr.offer")}
        </LinkButton>
      ) : null}
      <LinkButton small to="/sources/$id" params={{ id }}>
        {item.duplicateOf === undefined ? t("add.openSource") : t("add.openSame")}
      </LinkButton>
    </div>
  );
}
