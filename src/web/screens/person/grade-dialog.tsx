// How far a claim can be relied on: what it says, where it comes from, and its source on one topic; three judgements, each apart and
// each with its reason, and what was judged before beside them.
import { useState } from "react";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { vocabularyOf } from "../../../model/index.ts";
import { get } from "../../api/index.ts";
import type { ClaimView, GradesView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Actions, Bidi, Button, ErrorNote, Radios, Select, TextField } from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { GradesSoFar } from "./grades-so-far.tsx";

/** What a member judged, with the reason. */
export type Judgement =
  | { readonly of: "content"; readonly grade: number; readonly reason: string }
  | { readonly of: "origin"; readonly origin: string; readonly reason: string }
  | {
      readonly of: "source";
      readonly topic: string;
      readonly grade: string;
      readonly reason: string;
    };

interface Props {
  readonly claim: ClaimView;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onJudge: (judgement: Judgement) => void;
  readonly onClose: () => void;
}

type Of = Judgement["of"];
const lists = { content: "content-grade", origin: "origin-kind", source: "source-grade" } as const;
/** "Cannot be judged"; where a claim comes from has no such answer. */
const first = { content: "6", origin: "direct", source: "F" } as const;

export function GradeDialog({ claim, isPending, error, onJudge, onClose }: Props): ReactNode {
  const [of, setOf] = useState<Of>("content");
  const [codes, setCodes] = useState<Readonly<Record<Of, string>>>({
    ...first,
    ...(claim.grade === undefined ? {} : { content: String(claim.grade) }),
  });
  const [topic, setTopic] = useState("existence");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const before = useQuery({
    queryKey: ["grades", claim.id],
    queryFn: async ({ signal }) =>
      get<GradesView>(`/api/claims/${encodeURIComponent(claim.id)}/grades`, { signal }),
  });
  const list = lists[of];
  const judge = (): void => {
    const given = { reason: reason.trim() };
    if (of === "content") onJudge({ of, grade: Number(codes.content), ...given });
    else if (of === "origin") onJudge({ of, origin: codes.origin, ...given });
    else onJudge({ of, topic, grade: codes.source, ...given });
  };
  return (
    <Dialog title={t("claims.gradeTitle")} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isPending) return;
          if (reason.trim() === "") setMissing(true);
          else judge();
        }}
      >
        <p>
          <Bidi>{claim.text}</Bidi>
        </p>
        <GradesSoFar grades={before.data} />
        <Select
          label={t("grading.of")}
          hint={t("grading.apart")}
          value={of}
          onChange={(value) => setOf(value as Of)}
          options={(["content", "origin", "source"] as const).map((value) => ({
            value,
            label: t(`grading.of.${value}`),
          }))}
        />
        {of === "source" ? (
          <Select
            label={t("grading.topic")}
            value={topic}
            onChange={setTopic}
            options={termsOf("question-topic").map(({ code }) => ({
              value: code,
              label: termText("question-topic", code),
            }))}
          />
        ) : null}
        <Radios
          label={t("claims.gradeLabel")}
          value={codes[of]}
          onChange={(code) => setCodes({ ...codes, [of]: code })}
          choices={termsOf(list).map((term) => ({
            value: term.code,
            label:
              of === "origin"
                ? termText(list, term.code)
                : `${term.code} · ${termText(list, term.code)}`,
            hint: term.hint,
          }))}
        />
        <TextField
          label={t("parts.reason")}
          hint={t("parts.reasonHint")}
          value={reason}
          onChange={(value) => {
            setReason(value);
            setMissing(false);
          }}
          {...(missing ? { error: t("parts.reasonMissing") } : {})}
        />
        <ErrorNote error={error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t("claims.gradeIt")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}

const termsOf = (name: string) => vocabularyOf(name)?.terms ?? [];
