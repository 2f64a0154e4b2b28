// Decisions of one member that wait for another one: confirm, refuse with a reason, or take back one's own.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { post } from "../../api/index.ts";
import type { DecisionsView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, DateText, ErrorNote, toast } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";

type Item = DecisionsView["items"][number];
type End = { readonly id: string } & (
  | { readonly end: "confirm" | "take-back" }
  | { readonly end: "refuse"; readonly reason: string }
);
const said = {
  confirm: "second.confirmed",
  refuse: "second.refused",
  "take-back": "second.takenBack",
} as const;

export function SecondPerson({ items }: { readonly items: readonly Item[] }): ReactNode {
  const [refusing, setRefusing] = useState<string | null>(null);
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: async ({ id, end, ...body }: End) =>
      post(`/api/decisions/${encodeURIComponent(id)}/${end}`, body),
    onSuccess: (_, { end }) => {
      setRefusing(null);
      toast({ text: t(said[end]) });
    },
    // What was decided may show on every screen.
    onSettled: async () => client.invalidateQueries(),
  });
  if (items.length === 0) return null;
  return (
    <section className="home__part" aria-label={t("second.title")}>
      <h2>{t("second.title")}</h2>
      <p className="quiet">{t("second.text")}</p>
      {refusing === null ? <ErrorNote error={ending.error} /> : null}
      <ul className="home__list sheet">
        {items.map((item) => (
          <li key={item.id} className="home__second">
            <What item={item} />
            <div className="row">
              {item.mayDecide ? (
                <>
                  <Button
                    isPending={ending.isPending}
                    onPress={() => ending.mutate({ id: item.id, end: "confirm" })}
                  >
                    {t("second.confirm")}
                  </Button>
                  <Button onPress={() => setRefusing(item.id)}>{t("second.refuse")}</Button>
                </>
              ) : null}
              {item.own ? (
                <Button
                  isPending={ending.isPending}
                  onPress={() => ending.mutate({ id: item.id, end: "take-back" })}
                >
                  {t("second.takeBack")}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {refusing === null ? null : (
        <ReasonDialog
          title={t("second.refuse")}
          submit={t("second.refuse")}
          isPending={ending.isPending}
          error={ending.error}
          onSubmit={(reason) => ending.mutate({ id: refusing, end: "refuse", reason })}
          onClose={() => setRefusing(null)}
        />
      )}
    </section>
  );
}

function What({ item }: { readonly item: Item }): ReactNode {
  return (
    <div>
      <strong>{t(`second.kind.${item.kind}`)}</strong>
      <Subject id={item.subject} label={item.label} />
      {item.other === null ? null : <Subject {...item.other} />}
      {item.reason === "" ? null : (
        <div>
          <Bidi>{item.reason}</Bidi>
        </div>
      )}
      <small className="quiet">
        {t("second.by", { name: item.by })} · <DateText at={item.at} />
      </small>
    </div>
  );
}

function Subject({ id, label }: { readonly id: string; readonly label: string }): ReactNode {
  if (!id.startsWith("rec_")) return null;
  return (
    <>
      {" · "}
      <Link to="/records/$id" params={{ id }}>
        <Bidi>{label}</Bidi>
      </Link>
    </>
  );
}
