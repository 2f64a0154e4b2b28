// A lead becomes a tie only through a source that says so, with its words.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { Lead, RecordItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Actions, Bidi, Button, ErrorNote, toast } from "../../parts/index.ts";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { passageOf, QuoteMissing } from "../../parts/passage-of.ts";
import { SourceAndQuote } from "../../parts/source-and-quote.tsx";
import { useStoryChanged } from "../story/use-story.ts";

const kind = "co-detainee";

interface Input {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly quote: string;
}

async function tie({ from, to, source, quote }: Input): Promise<RecordItem> {
  const passage = await passageOf(source, quote);
  const claim = (property: string, value: unknown) => ({
    property,
    value,
    ...(passage === undefined ? {} : { passage }),
  });
  return post<RecordItem>("/api/records", {
    schema: "Relationship",
    source,
    label: termText("relationship-kind", kind),
    claims: [
      claim("from", { kind: "ref", record: from }),
      claim("kind", { kind: "code", vocabulary: "relationship-kind", code: kind }),
      claim("to", { kind: "ref", record: to }),
    ],
  });
}

export function TogetherDialog({
  person,
  lead,
  onClose,
}: {
  readonly person: string;
  readonly lead: Lead;
  readonly onClose: () => void;
}): ReactNode {
  const [source, setSource] = useState<Found | null>(null);
  const [quote, setQuote] = useState("");
  const [tried, setTried] = useState(false);
  const changed = useStoryChanged();
  const adding = useMutation({
    mutationFn: tie,
    onSuccess: async ({ id }) => {
      onClose();
      await changed();
      toast({
        text: t("leads.togetherDone"),
        undo: async () => {
          await post("/api/withdraw", { target: id, subject: id, reason: t("episode.undone") });
          await changed();
        },
      });
    },
  });
  const quoteMissing = adding.error instanceof QuoteMissing;
  return (
    <Dialog title={t("leads.togetherTitle")} isOpen onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (source !== null)
            adding.mutate({ from: person, to: lead.person, source: source.id, quote });
        }}
      >
        <p>
          <Bidi>{lead.label}</Bidi>. {t("leads.togetherText")}
        </p>
        <SourceAndQuote
          label={t("episode.source")}
          source={source}
          onSource={setSource}
          quote={quote}
          onQuote={setQuote}
          tried={tried}
          quoteMissing={quoteMissing}
        />
        {quoteMissing ? null : <ErrorNote error={adding.error} />}
        <Actions>
          <Button type="submit" variant="primary" isPending={adding.isPending}>
            {t("newClaim.submit")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
