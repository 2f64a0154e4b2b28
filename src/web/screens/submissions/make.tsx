// Looking at a submission as it would go, making its files, and writing down that it went.
import { useState } from "react";
import type { ReactNode } from "react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { MadeAnswer, RouteCard } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Actions, Button, Checkbox, ErrorNote, Loading, Note, Select } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { download } from "./download.ts";
import { MarkSent } from "./mark-sent.tsx";
import { Preview } from "./preview.tsx";

type Language = "en" | "fr" | "es";

export function Make({
  person,
  address,
  card,
  onClose,
}: {
  readonly person: string;
  readonly address: string;
  readonly card: RouteCard;
  readonly onClose: () => void;
}): ReactNode {
  const [language, setLanguage] = useState<Language>("en");
  const [quiet, setQuiet] = useState(false);
  const audience = quiet ? "un-quiet" : "un-named";
  const ask = { route: card.route, person, language, audience } as const;
  const shown = useQuery({
    queryKey: ["submissions", address, "preview", ask],
    queryFn: async ({ signal }) => post<MadeAnswer>("/api/submissions/preview", ask, { signal }),
    placeholderData: keepPreviousData,
  });
  const making = useMutation({
    mutationFn: async (format: "docx" | "pdf") => {
      const made = await post<MadeAnswer>("/api/submissions", { ...ask, formats: [format] });
      for (const file of made.files) download(file);
      return made;
    },
  });
  const plan = shown.data;
  const ready =
    plan !== undefined &&
    plan.eligible !== false &&
    plan.missing.length + plan.blocked.length === 0;
  const file = making.data?.files[0];
  return (
    <Dialog title={card.title} isOpen wide onClose={onClose}>
      <div className="stack">
        <Select
          label={t("submissions.language")}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
          options={(["en", "fr", "es"] as const).map((value) => ({
            value,
            label: t(`submissions.language.${value}`),
          }))}
        />
        {card.audiences.includes("un-quiet") ? (
          <Checkbox label={t("submissions.quiet")} checked={quiet} onChange={setQuiet} />
        ) : null}
        <ErrorNote error={shown.error ?? making.error} />
        {plan?.content === undefined ? <Loading /> : <Preview content={plan.content} />}
        {ready ? (
          <Actions>
            <Button
              variant="primary"
              isPending={making.isPending}
              onPress={() => making.mutate("docx")}
            >
              {t("submissions.docx")}
            </Button>
            <Button isPending={making.isPending} onPress={() => making.mutate("pdf")}>
              {t("submissions.pdf")}
            </Button>
          </Actions>
        ) : null}
        {file === undefined ? null : (
          <>
            <Note tone="good">{t("submissions.made", { name: file.name })}</Note>
            <MarkSent ask={ask} file={file.hash} address={address} onDone={onClose} />
          </>
        )}
      </div>
    </Dialog>
  );
}
