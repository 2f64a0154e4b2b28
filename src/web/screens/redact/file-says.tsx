// What a picture, document or recording says of itself, and where the same picture is elsewhere: shown as its own words.
import type { ReactNode } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { get } from "../../api/index.ts";
import type { AlikePicture, PictureView, SourceView } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, LinkButton } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { describe } from "../reader/describe.ts";
import { useSourceChanged } from "../reader/use-source.ts";
import { ShowsPerson } from "./shows-person.tsx";
import { sourcePath } from "./use-redact.ts";

const looked = /^(?:image|audio|video)\/|^application\/pdf/;

export function FileSays({ source }: { readonly source: SourceView }): ReactNode {
  const mime = source.file?.mime ?? "";
  const enabled = looked.test(mime);
  const view = useQuery({
    queryKey: ["picture", source.id],
    queryFn: async ({ signal }) => get<PictureView>(sourcePath(source.id, "picture"), { signal }),
    staleTime: Infinity,
    enabled,
  });
  if (!enabled || view.data === undefined) return null;
  const { tags, width, height, problem, form, hasThumbnail } = view.data;
  return (
    <section className="stack">
      <h2>{t("says.title")}</h2>
      {tags.length === 0 ? (
        <p className="quiet">{t("says.none")}</p>
      ) : (
        <p className="quiet">{t("says.lead")}</p>
      )}
      {problem === undefined ? null : <p>{t("says.cannotDraw", { why: whyText(problem) })}</p>}
      <dl className="reader-dl">
        {width === null || height === null ? null : (
          <div>
            <dt>{t("says.size")}</dt>
            <dd>{t("says.pixels", { width, height })}</dd>
          </div>
        )}
        {tags.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(key === "title" ? "says.filetitle" : `says.${key}`)}</dt>
            <dd>
              <Bidi>{value}</Bidi>{" "}
              {key === "author" || key === "title" ? (
                <TakeOver
                  source={source}
                  field={key === "title" ? "headline" : key}
                  value={value}
                />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {hasThumbnail ? <Alike id={source.id} /> : null}
      {source.kind === "photo" || source.kind === "recording" ? (
        <ShowsPerson id={source.id} />
      ) : null}
      {hasThumbnail || form === "pdf" ? (
        <div>
          <LinkButton to="/sources/$id/redact" params={{ id: source.id }}>
            {t("says.redact")}
          </LinkButton>
        </div>
      ) : null}
    </section>
  );
}

/** A person takes what the file says for the source's own, under their name; nothing does so by itself. */
function TakeOver({
  source,
  field,
  value,
}: {
  readonly source: SourceView;
  readonly field: "author" | "headline";
  readonly value: string;
}): ReactNode {
  const changed = useSourceChanged(source.id);
  const taking = useMutation({
    mutationFn: async () => describe(source, { [field]: { value, rule: "file-says" } }),
    onSettled: changed,
  });
  if (!useMay()("add") || source[field]?.state === "accepted") return null;
  return (
    <>
      <Button small isPending={taking.isPending} onPress={() => taking.mutate()}>
        {t(field === "author" ? "says.takeAuthor" : "says.takeTitle")}
      </Button>
      <ErrorNote error={taking.error} />
    </>
  );
}

const whyText = (code: string): string =>
  tIf(`says.why.${code.slice(code.indexOf("/") + 1)}`) ?? t("says.why.other");

function Alike({ id }: { readonly id: string }): ReactNode {
  const alike = useQuery({
    queryKey: ["alike", id],
    queryFn: async ({ signal }) =>
      get<readonly AlikePicture[]>(sourcePath(id, "alike"), { signal }),
  });
  if (alike.data === undefined) return null;
  return (
    <>
      <h3>{t("says.alike")}</h3>
      {alike.data.length === 0 ? (
        <p className="quiet">{t("says.alikeNone")}</p>
      ) : (
        <ul className="reader-list">
          {alike.data.map((one) => (
            <li key={one.id}>
              <Link to="/sources/$id" params={{ id: one.id }}>
                <Bidi>{one.title}</Bidi>
              </Link>{" "}
              <span className="quiet">
                {t(one.distance <= 2 ? "says.alikeSame" : "says.alikeNear")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
