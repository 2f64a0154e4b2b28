// The holds that stand, and what left before: its hashes, where the copies went, whether it was withdrawn.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { HoldView, PastRelease, PersonPreview } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi, Button, DateText } from "../../parts/index.ts";
import { ReasonDialog } from "../../parts/reason-dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { Copies } from "./copies.tsx";
import { HoldDialog } from "./hold.tsx";

export function Holds({
  holds,
  people,
}: {
  readonly holds: readonly HoldView[];
  readonly people: readonly PersonPreview[];
}): ReactNode {
  const [lifting, setLifting] = useState<string | null>(null);
  const labels = new Map(people.map(({ id, label }) => [id, label]));
  return (
    <section className="release__part">
      <h2>{t("release.holds")}</h2>
      {holds.length === 0 ? <p className="quiet">{t("release.holdsNone")}</p> : null}
      <ul className="release__people">
        {holds.map(({ about, by, reason }) => (
          <li key={about} className="release__person release__who">
            <Bidi>{labels.get(about) ?? about}</Bidi>
            <span className="quiet">{t("release.holdBy", { name: by, reason })}</span>
            <Button
              small
              onPress={() => {
                setLifting(about);
              }}
            >
              {t("release.lift")}
            </Button>
          </li>
        ))}
      </ul>
      {lifting === null ? null : (
        <HoldDialog
          about={lifting}
          stands={false}
          onClose={() => {
            setLifting(null);
          }}
        />
      )}
    </section>
  );
}

export function Past({ releases }: { readonly releases: readonly PastRelease[] }): ReactNode {
  const [going, setGoing] = useState<PastRelease | null>(null);
  const may = useMay();
  return (
    <section className="release__part">
      <h2>{t("release.past")}</h2>
      {releases.length === 0 ? <p className="quiet">{t("release.pastNone")}</p> : null}
      <ul className="release__people">
        {releases.map((one) => (
          <li key={`${one.audience} ${one.number}`} className="release__person stack">
            <h3>
              {t("release.next", { number: one.number })}{" "}
              <small className="quiet">
                {t(`release.audience.${one.audience}`)} · <DateText at={one.at} />
              </small>
            </h3>
            <p>
              {t("release.people", { count: one.people })} · {t("release.pastTo", { to: one.to })} ·{" "}
              {t("release.approvedBy", { names: one.approvedBy.join(", ") })}
            </p>
            <p className="small">
              {t("release.contents")} <code className="release__hash">{one.contents}</code>
              <br />
              {t("release.files")} <code className="release__hash">{one.tree}</code>
            </p>
            {one.withdrawn === null ? (
              <details>
                <summary>{t("release.copyList")}</summary>
                <Copies release={one} ticks={false} />
              </details>
            ) : (
              <>
                <p>{t("release.withdrawn", { reason: one.withdrawn.reason })}</p>
                <Copies release={one} ticks />
              </>
            )}
            {one.withdrawn === null && may("publish") ? (
              <div>
                <Button
                  small
                  onPress={() => {
                    setGoing(one);
                  }}
                >
                  {t("release.withdraw")}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {going === null ? null : (
        <Withdraw
          release={going}
          onClose={() => {
            setGoing(null);
          }}
        />
      )}
    </section>
  );
}

function Withdraw({
  release,
  onClose,
}: {
  readonly release: PastRelease;
  readonly onClose: () => void;
}): ReactNode {
  const { number, audience } = release;
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: async (reason: string) =>
      post("/api/releases/withdraw", { number, audience, reason }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ["release"] });
    },
  });
  return (
    <ReasonDialog
      title={t("release.withdrawTitle", { number })}
      text={t("release.withdrawText")}
      more={<Copies release={release} ticks={false} />}
      submit={t("release.withdraw")}
      danger
      isPending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={(reason) => {
        withdraw.mutate(reason);
      }}
      onClose={onClose}
    />
  );
}
