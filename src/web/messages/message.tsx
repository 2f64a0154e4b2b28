// A message whose places hold elements: names keep their own direction, values can be links.
import { Fragment } from "react";
import type { ReactNode } from "react";
import type { MessageKey } from "./en.ts";
import { form, number } from "./translate.ts";

export interface MessageProps {
  readonly id: MessageKey;
  readonly args?: Readonly<Record<string, ReactNode>>;
}

export function Message({ id, args = {} }: MessageProps): ReactNode {
  const count = args["count"];
  const parts = form(id, typeof count === "number" ? count : undefined).split(/\{(\w+)\}/g);
  return parts.map((part, index) => {
    if (index % 2 === 0) return part;
    const value = args[part];
    // oxlint-disable-next-line react/no-array-index-key -- parts of one message never move
    return <Fragment key={index}>{typeof value === "number" ? number(value) : value}</Fragment>;
  });
}
