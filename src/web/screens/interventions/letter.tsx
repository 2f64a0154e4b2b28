// A letter about a person: what it would say, what is missing, whose consent is in the way; then the document.
import { useState } from "react";
import type { ReactNode } from "react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { get, post, postForFile } from "../../api/index.ts";
import type { LetterPlan, RecordFile, TemplateView } from "../../api/views.ts";
import { vocabularyOf } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { languageName, termText } from "../../messages/names.ts";
import {
  Actions,
  Bidi,
  Button,
  ErrorNote,
  Loading,
  Page,
  Select,
  TextArea,
  TextField,
  toast,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { LetterNotes, LetterText } from "./letter-text.tsx";
import "./interventions.css";

const route = getRouteApi("/people/$id/letter");
const givenFields = ["addressee", "signer", "group", "due", "sentDate", "reference"] as const;
type Given = Partial<Record<(typeof givenFields)[number], string>>;

export function LetterScreen(): ReactNode {
  const { id } = route.useParams();
  const file = useQuery({
    queryKey: ["file", id],
    queryFn: async ({ signal }) =>
      get<RecordFile>(`/api/records/${encodeURIComponent(id)}`, { signal }),
  });
  const templates = useQuery({
    queryKey: ["letter", "templates"],
    queryFn: async ({ signal }) =>
      (await get<{ readonly items: readonly TemplateView[] }>("/api/letters/templates", { signal }))
        .items,
  });
  const error = file.error ?? templates.error;
  if (file.data === undefined || templates.data === undefined)
    return (
      <Page title={t("letter.title")}>
        {error === null ? <Loading /> : <ErrorNote error={error} />}
      </Page>
    );
  const { label, number } = file.data;
  return (
    <Page
      className="letter-page"
      title={t("letter.title")}
      windowTitle={t("letter.title")}
      lead={
        <>
          <Link to="/people/$id" params={{ id }}>
            <Bidi>{label}</Bidi>
          </Link>{" "}
          <span className="quiet">{number}</span>
          <br />
          {t("letter.lead")}
        </>
      }
    >
      <Writing person={file.data.id} templates={templates.data} />
    </Page>
  );
}

function Writing({
  person,
  templates,
}: {
  readonly person: string;
  readonly templates: readonly TemplateView[];
}): ReactNode {
  const [template, setTemplate] = useState(templates[0]?.name ?? "");
  const [language, setLanguage] = useState("en");
  const [audience, setAudience] = useState("");
  const [given, setGiven] = useState<Given>({});
  const chosen = templates.find((one) => one.name === template && one.language === language);
  const letter = {
    person,
    template,
    language,
    audience: audience === "" ? (chosen?.audience ?? "partners") : audience,
    given,
  };
  const plan = useQuery({
    queryKey: ["letter", "plan", letter],
    queryFn: async ({ signal }) => post<LetterPlan>("/api/letters/preview", letter, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const languages = [...new Set(templates.map((one) => one.language))];
  const names = templates.filter((one) => one.language === language);
  return (
    <>
      <div className="interventions-two">
        <Select
          label={t("letter.template")}
          value={template}
          onChange={setTemplate}
          options={names.map(({ name, title }) => ({ value: name, label: title }))}
        />
        <Select
          label={t("letter.language")}
          value={language}
          onChange={setLanguage}
          options={languages.map((one) => ({ value: one, label: languageName(one) ?? one }))}
        />
        <Select
          label={t("letter.audience")}
          hint={t("letter.audienceHint")}
          value={letter.audience}
          onChange={setAudience}
          options={(vocabularyOf("audience")?.terms ?? [])
            .filter(({ code }) => code !== "inside")
            .map(({ code }) => ({ value: code, label: termText("audience", code) }))}
        />
        <GivenFields given={given} onChange={setGiven} isReminder={template === "reminder"} />
      </div>
      {plan.error === null ? null : <ErrorNote error={plan.error} />}
      {plan.data === undefined ? null : (
        <>
          <LetterNotes plan={plan.data} person={person} />
          <LetterText plan={plan.data} />
          <Make letter={letter} blocked={plan.data.blocks.length > 0} />
        </>
      )}
    </>
  );
}

function GivenFields({
  given,
  onChange,
  isReminder,
}: {
  readonly given: Given;
  readonly onChange: (given: Given) => void;
  readonly isReminder: boolean;
}): ReactNode {
  const set = (name: keyof Given) => (value: string) => onChange({ ...given, [name]: value });
  const shown = givenFields.filter(
    (name) => isReminder || (name !== "sentDate" && name !== "reference"),
  );
  return shown.map((name) => {
    const field = { label: t(`letter.${name}`), value: given[name] ?? "", onChange: set(name) };
    if (name === "group") return <TextArea key={name} rows={2} {...field} />;
    const type = name === "due" || name === "sentDate" ? "date" : "text";
    return <TextField key={name} type={type} maxLength={2_000} {...field} />;
  });
}

function Make({
  letter,
  blocked,
}: {
  readonly letter: object;
  readonly blocked: boolean;
}): ReactNode {
  const may = useMay();
  const making = useMutation({
    mutationFn: async (format: "docx" | "txt") =>
      postForFile("/api/letters", { ...letter, format }),
    onSuccess: ({ blob, name }) => {
      const url = URL.createObjectURL(blob);
      const link = document.createElement("a");
      link.href = url;
      link.download = name;
      link.click();
      URL.revokeObjectURL(url);
      toast({ text: t("letter.made") });
    },
  });
  if (!may("publish")) return null;
  const button = { isPending: making.isPending, isDisabled: blocked } as const;
  return (
    <>
      <ErrorNote error={making.error} />
      <Actions>
        <Button variant="primary" {...button} onPress={() => making.mutate("docx")}>
          {t("letter.docx")}
        </Button>
        <Button {...button} onPress={() => making.mutate("txt")}>
          {t("letter.txt")}
        </Button>
      </Actions>
    </>
  );
}
