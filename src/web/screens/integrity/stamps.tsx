// Trusted time: the authorities a keeper set, how it stands with each, and what their stamps prove.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post, useJob } from "../../api/index.ts";
import type { AuthorityView, StampList } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Actions,
  Bidi,
  Button,
  ErrorNote,
  JobProgress,
  TextArea,
  TextField,
  toast,
} from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useMay } from "../../shell/rights.ts";
import { StampRow } from "./stamp-row.tsx";

const key = ["stamps"] as const;
const shown = 5;

export function Stamps(): ReactNode {
  const client = useQueryClient();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const list = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => get<StampList>("/api/stamps", { signal }),
    retry: false,
  });
  const put = (next: StampList): void => {
    client.setQueryData(key, next);
  };
  const asking = useJob<StampList>((next) => {
    put(next);
    void client.invalidateQueries({ queryKey: ["checkpoints"] });
  });
  const removing = useMutation({
    mutationFn: async (name: string) => post<StampList>("/api/authorities/remove", { name }),
    onSuccess: put,
  });
  const { authorities = [], stamps = [] } = list.data ?? {};
  return (
    <section className="stack">
      <h2>{t("integrity.stamps")}</h2>
      <p className="quiet integrity__lead">{t("integrity.stampsLead")}</p>
      {list.data !== undefined && authorities.length === 0 ? (
        <p>{t("integrity.stampsNone")}</p>
      ) : null}
      {authorities.length === 0 ? null : (
        <ul className="integrity__witnesses sheet">
          {authorities.map((authority) => (
            <AuthorityRow
              key={authority.name}
              authority={authority}
              onRemove={may("keep") ? () => removing.mutate(authority.name) : null}
            />
          ))}
        </ul>
      )}
      {stamps.length === 0 ? null : (
        <ul className="integrity__witnesses sheet" aria-label={t("integrity.stampsGiven")}>
          {stamps.slice(0, shown).map((stamp) => (
            <StampRow key={`${stamp.origin} ${stamp.size} ${stamp.authority}`} stamp={stamp} />
          ))}
        </ul>
      )}
      <ErrorNote error={list.error ?? asking.error ?? removing.error} />
      {asking.phase === "running" ? (
        <JobProgress job={asking.job} label={t("integrity.stampAsking")} />
      ) : null}
      <div className="actions">
        {authorities.length === 0 ? null : (
          <Button
            isPending={asking.phase === "running"}
            onPress={() => void asking.start(async () => post("/api/stamps"))}
          >
            {t("integrity.stampAsk")}
          </Button>
        )}
        {may("keep") ? (
          <Button onPress={() => setOpen(true)}>{t("integrity.authoritySet")}</Button>
        ) : null}
      </div>
      {isOpen ? <AuthorityDialog onClose={() => setOpen(false)} onSaved={put} /> : null}
    </section>
  );
}

function AuthorityRow({
  authority: { name, url, root, state, fault, stamped },
  onRemove,
}: {
  readonly authority: AuthorityView;
  readonly onRemove: (() => void) | null;
}): ReactNode {
  return (
    <li>
      <div>
        <Bidi className="integrity__witness">{name}</Bidi>
        <div className="quiet">
          {t(`integrity.stampState.${state}`, { count: stamped })}
          {fault === null || state !== "failed" ? null : `: ${t(`integrity.stampFault.${fault}`)}`}
          {" · "}
          <bdi dir="ltr">{url}</bdi>
        </div>
        {root === null ? <div className="quiet">{t("integrity.authorityNoRoot")}</div> : null}
      </div>
      {onRemove === null ? null : (
        <Button small onPress={onRemove}>
          {t("integrity.witnessRemove")}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
    </li>
  );
}

function AuthorityDialog({
  onClose,
  onSaved,
}: {
  readonly onClose: () => void;
  readonly onSaved: (list: StampList) => void;
}): ReactNode {
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const [root, setRoot] = useState("");
  const saving = useMutation({
    mutationFn: async () =>
      post<StampList>("/api/authorities", {
        name: name.trim(),
        url: url.trim(),
        root: root.trim() === "" ? null : root.trim(),
      }),
    onSuccess: (saved) => {
      toast({ text: t("integrity.authoritySaved") });
      onSaved(saved);
      onClose();
    },
  });
  const isWhole = name.trim() !== "" && url.trim() !== "";
  return (
    <Dialog title={t("integrity.authoritySet")} isOpen wide onClose={onClose}>
      <p className="quiet">{t("integrity.authorityLead")}</p>
      <TextField
        label={t("integrity.witnessName")}
        value={name}
        onChange={setName}
        maxLength={60}
      />
      <TextField
        label={t("integrity.witnessAddress")}
        hint={t("integrity.authorityUrlHint")}
        value={url}
        onChange={setUrl}
        type="url"
        inputMode="url"
        dir="ltr"
        spellCheck={false}
        maxLength={1_000}
      />
      <TextArea
        label={t("integrity.authorityRoot")}
        hint={t("integrity.authorityRootHint")}
        value={root}
        onChange={setRoot}
      />
      <ErrorNote error={saving.error} />
      <Actions>
        <Button
          variant="primary"
          isDisabled={!isWhole}
          isPending={saving.isPending}
          onPress={() => saving.mutate()}
        >
          {t("parts.save")}
        </Button>
        <Button onPress={onClose}>{t("parts.cancel")}</Button>
      </Actions>
    </Dialog>
  );
}
