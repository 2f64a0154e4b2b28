// Members say whom a picture or recording shows; two must, before its file may go out as that person's.
import type { ReactNode } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post } from "../../api/index.ts";
import type { PictureConfirmation } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, ErrorNote, Tag } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { sourcePath } from "./use-redact.ts";
import "./redact.css";

export function ShowsPerson({ id }: { readonly id: string }): ReactNode {
  const key = ["confirmations", id] as const;
  const client = useQueryClient();
  const mayReview = useMay()("review");
  const path = sourcePath(id, "confirmations");
  const list = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => get<readonly PictureConfirmation[]>(path, { signal }),
  });
  const say = useMutation({
    mutationFn: async (said: { readonly record: string; readonly shows: boolean }) =>
      post<readonly PictureConfirmation[]>(path, said),
    onSuccess: (now) => client.setQueryData(key, now),
  });
  if (list.data === undefined || list.data.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t("confirm.title")}</h3>
      <p className="quiet">{t("confirm.lead")}</p>
      <ul className="redact__list">
        {list.data.map(({ record, label, by, mine, confirmed }) => (
          <li key={record}>
            <div>
              <Bidi>{label}</Bidi>
              <span className="quiet">
                {by.length === 0 ? t("confirm.none") : t("confirm.by", { names: by.join(", ") })}{" "}
                {by.length === 1 ? t("confirm.one") : null}
              </span>
              {confirmed ? <Tag tone="good">{t("confirm.done")}</Tag> : null}
            </div>
            {mayReview ? (
              <Button
                small
                isPending={say.isPending}
                onPress={() => say.mutate({ record, shows: !mine })}
              >
                {mine ? t("confirm.takeBack") : t("confirm.say")}
                <span className="sr-only"> {label}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ErrorNote error={say.error} />
    </section>
  );
}
