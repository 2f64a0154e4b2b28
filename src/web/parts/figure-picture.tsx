// A picture of figures with the table that says the same, and both to carry away. Import from this file: it is no part of the first load.
// Invariant: the picture is built from a tree of known elements, never from text taken for markup; wider than the screen, it scrolls by itself.
import { createElement, useSyncExternalStore } from "react";
import type { ReactNode } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { post, postForFile } from "../api/index.ts";
import type { Drawing, DrawingView, PictureInput } from "../api/views.ts";
import { t } from "../messages/index.ts";
import { useMay } from "../shell/rights.ts";
import { useTheme } from "../shell/theme.ts";
import { Actions } from "./actions.tsx";
import { Bidi } from "./bidi.tsx";
import { Button } from "./button.tsx";
import { ErrorNote } from "./error-note.tsx";
import { Loading } from "./loading.tsx";
import { Table } from "./table.tsx";
import { toast } from "./toast.tsx";
import "./figure-picture.css";

interface FigurePictureProps {
  readonly picture: PictureInput;
  /** The table stands open under the picture; else behind its heading. */
  readonly tableOpen?: boolean;
  /** The screen says the same in a table of its own. */
  readonly noTable?: boolean;
  /** It does not leave as it stands here. */
  readonly noCarry?: boolean;
}

export function FigurePicture({
  picture,
  tableOpen = false,
  noTable = false,
  noCarry = false,
}: FigurePictureProps): ReactNode {
  const scheme = useScheme();
  const drawn = useQuery({
    queryKey: ["drawings", scheme, picture],
    queryFn: async ({ signal }) =>
      post<DrawingView>("/api/drawings", { picture, scheme, as: "tree" }, { signal }),
    staleTime: Infinity,
  });
  const { title } = picture.words;
  if (drawn.data === undefined)
    return drawn.error === null ? (
      <Loading />
    ) : (
      <ErrorNote error={drawn.error} onRetry={() => void drawn.refetch()} />
    );
  const { drawing, table } = drawn.data;
  return (
    <figure className="figpic sheet">
      {/* A wide picture is moved with the arrow keys as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="figpic__paper" dir="ltr" tabIndex={0} role="group" aria-label={title}>
        {built(drawing, "0")}
      </div>
      <figcaption className="figpic__words">
        {noCarry ? null : <CarryPicture picture={picture} />}
        {noTable ? null : (
          <details open={tableOpen}>
            <summary>{t("figpic.table")}</summary>
            <Words caption={title} table={table} />
          </details>
        )}
      </figcaption>
    </figure>
  );
}

function Words({
  caption,
  table,
}: {
  readonly caption: string;
  readonly table: DrawingView["table"];
}): ReactNode {
  const rows = table.rows.map((cells, at) => ({ cells, at }));
  return (
    <Table<(typeof rows)[number]>
      caption={t("figpic.tableOf", { what: caption })}
      rows={rows}
      rowKey={({ at }) => String(at)}
      columns={table.head.map((head, i) => ({
        key: String(i),
        head,
        main: i === 0,
        cell: ({ cells }) => <Bidi>{cells[i] ?? ""}</Bidi>,
      }))}
    />
  );
}

/** Two buttons that make the picture a file, for those who may let things out. */
export function CarryPicture({ picture }: { readonly picture: PictureInput }): ReactNode {
  const may = useMay();
  const making = useMutation({
    mutationFn: async (as: "svg" | "png") =>
      // What is carried away is printed and sent: always on white.
      postForFile("/api/drawings", { picture, scheme: "light", as }),
    onSuccess: ({ blob, name }) => {
      const url = URL.createObjectURL(blob);
      const link = document.createElement("a");
      link.href = url;
      link.download = name;
      link.click();
      URL.revokeObjectURL(url);
      toast({ text: t("figpic.made") });
    },
  });
  if (!may("publish")) return null;
  const { title } = picture.words;
  return (
    <>
      <ErrorNote error={making.error} />
      <Actions>
        {(["svg", "png"] as const).map((as) => (
          <Button
            key={as}
            small
            isPending={making.isPending}
            label={t("figpic.getOf", { as: as.toUpperCase(), what: title })}
            onPress={() => making.mutate(as)}
          >
            {t("figpic.get", { as: as.toUpperCase() })}
          </Button>
        ))}
      </Actions>
    </>
  );
}

const known = new Set(["svg", "title", "desc", "g", "rect", "line", "path", "circle", "text"]);

function built({ tag, attrs, children }: Drawing, key: string): ReactNode {
  if (!known.has(tag)) return null;
  const props = Object.fromEntries(
    Object.entries(attrs)
      .filter(([name]) => !/^on|^style$|href/i.test(name))
      .map(([name, value]) => [nameOf(name), value]),
  );
  const inside = children.map((child, i) =>
    typeof child === "string" ? child : built(child, String(i)),
  );
  return createElement(tag, { ...props, key }, ...inside);
}

/** React's spelling: `fontSize`; ARIA keeps its hyphen. */
function nameOf(name: string): string {
  return name.startsWith("aria-")
    ? name
    : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const dark = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null;

function useScheme(): "light" | "dark" {
  const theme = useTheme();
  const system = useSyncExternalStore(
    (listener) => {
      dark?.addEventListener("change", listener);
      return () => dark?.removeEventListener("change", listener);
    },
    () => dark?.matches === true,
  );
  if (theme !== "system") return theme;
  return system ? "dark" : "light";
}
