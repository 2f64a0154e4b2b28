// What the source is, at its head: what a person accepted stands plain, what a rule proposes stands dotted and says so.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asApiError } from "../../api/index.ts";
import type { SourceView } from "../../api/views.ts";
import { formatDate } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { Button, errorText, Icon, toast } from "../../parts/index.ts";
import { kindText, languageText } from "../sources/kinds.ts";
import { Proposed } from "../sources/proposed.tsx";
import type { DescribedField } from "./describe.ts";
import { acceptedAs, describe, describedFields, sureIn } from "./describe.ts";
import { DescribeForm } from "./describe-form.tsx";
import { useShortcut } from "../../shell/shortcuts.ts";
import { sourceKey, useSourceChanged } from "./use-source.ts";

export function MetaStrip({
  source,
  mayAdd,
}: {
  readonly source: SourceView;
  readonly mayAdd: boolean;
}): ReactNode {
  const [editing, setEditing] = useState(false);
  const client = useQueryClient();
  const changed = useSourceChanged(source.id);
  const accepting = useMutation({
    mutationFn: async (names: readonly DescribedField[]) =>
      describe(source, acceptedAs(source, names)),
    onSuccess: async (view, names) => {
      client.setQueryData(sourceKey(source.id), view);
      await changed();
      toast({
        text: t("meta.accepted", { count: names.length }),
        key: "meta",
        undo: async () => {
          // An empty value takes the accepted one away; the rule's proposal shows again.
          await describe(view, Object.fromEntries(names.map((name) => [name, { value: "" }])));
          await changed();
        },
      });
    },
    onError: async (error) => {
      toast({ text: errorText(asApiError(error)), tone: "bad" });
      await changed();
    },
  });
  const sure = sureIn(source);
  const acceptSure = (): void => accepting.mutate(sure);
  useShortcut("m", t("meta.keyAcceptAll"), acceptSure, {
    enabled: mayAdd && sure.length > 0 && !accepting.isPending && !editing,
  });
  const shown = describedFields.filter(
    (name) => name !== "headline" || source.headline !== undefined,
  );
  return (
    <div className="reader-meta">
      <dl className="reader-meta__list">
        <div className="reader-meta__one">
          <dt>{t("meta.kind")}</dt>
          <dd>{kindText(source.kind)}</dd>
        </div>
        {shown.map((name) => (
          <div key={name} className="reader-meta__one">
            <dt>{t(`meta.${name}`)}</dt>
            <dd>
              <MetaValue
                source={source}
                name={name}
                mayAdd={mayAdd}
                busy={accepting.isPending}
                onAccept={() => accepting.mutate([name])}
              />
            </dd>
          </div>
        ))}
        <div className="reader-meta__one">
          <dt>{t("meta.language")}</dt>
          <dd>
            {source.language === undefined ? (
              <span className="quiet">{t("meta.missing")}</span>
            ) : (
              languageText(source.language)
            )}
          </dd>
        </div>
      </dl>
      {mayAdd ? (
        <div className="row">
          {sure.length > 0 ? (
            <Button small isPending={accepting.isPending} onPress={acceptSure} keys="M">
              <Icon name="check" />
              {t("meta.acceptAll", { count: sure.length })}
            </Button>
          ) : null}
          <Button small onPress={() => setEditing(true)}>
            {t("meta.edit")}
          </Button>
        </div>
      ) : null}
      {editing ? <DescribeForm source={source} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

function MetaValue({
  source,
  name,
  mayAdd,
  busy,
  onAccept,
}: {
  readonly source: SourceView;
  readonly name: DescribedField;
  readonly mayAdd: boolean;
  readonly busy: boolean;
  readonly onAccept: () => void;
}): ReactNode {
  const field = source[name];
  if (field === undefined) return <span className="quiet">{t("meta.missing")}</span>;
  const text = name === "published" ? formatDate : (value: string) => value;
  const { start, end } = field.passage ?? {};
  const value = <Proposed field={field} text={text} />;
  return (
    <span className="reader-meta__value">
      {start === undefined || end === undefined ? (
        value
      ) : (
        <Link
          to="/sources/$id"
          params={{ id: source.id }}
          search={{ at: `${start}-${end}` }}
          className="reader-meta__where"
          title={t("meta.where")}
          resetScroll={false}
        >
          {value}
        </Link>
      )}
      {field.state === "proposed" && mayAdd ? (
        <Button
          small
          variant="quiet"
          isDisabled={busy}
          label={t("meta.accept", { field: t(`meta.${name}`), value: text(field.value) })}
          onPress={onAccept}
        >
          <Icon name="check" />
        </Button>
      ) : null}
    </span>
  );
}
