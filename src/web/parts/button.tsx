// Buttons, and links that look like them. One primary button on each screen.
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Link } from "@tanstack/react-router";
import type { LinkProps } from "@tanstack/react-router";
import { t } from "../messages/index.ts";
import { cx } from "./class-names.ts";
import { KeyHint } from "./key-hint.tsx";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly variant?: ButtonVariant;
  readonly type?: "button" | "submit";
  readonly isDisabled?: boolean;
  /** Shows that the step is running; the button keeps its focus. */
  readonly isPending?: boolean;
  readonly keys?: string;
  readonly small?: boolean;
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly className?: string;
}

export function Button(props: ButtonProps): ReactNode {
  const { children, variant = "plain", keys, small = false, label, expanded, controls } = props;
  const isPending = props.isPending ?? false;
  return (
    <AriaButton
      // While the step runs another press does nothing. React Aria's own pending state announces by the id of a part
      // that is gone a moment later, which screen readers meet as a picture without a name.
      type={isPending ? "button" : (props.type ?? "button")}
      className={cx(
        "btn",
        `btn--${variant}`,
        small && "btn--small",
        isPending && "btn--pending",
        props.className,
      )}
      isDisabled={props.isDisabled ?? false}
      {...(props.onPress === undefined || isPending ? {} : { onPress: props.onPress })}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(expanded === undefined ? {} : { "aria-expanded": expanded })}
      {...(controls === undefined ? {} : { "aria-controls": controls })}
      autoFocus={props.autoFocus ?? false}
    >
      {children}
      {isPending ? <span className="sr-only">{t("parts.working")}</span> : null}
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </AriaButton>
  );
}

type LinkButtonProps = LinkProps & {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly small?: boolean;
  readonly keys?: string;
};

export function LinkButton({
  children,
  variant = "plain",
  small = false,
  keys,
  ...link
}: LinkButtonProps): ReactNode {
  return (
    <Link {...link} className={cx("btn", `btn--${variant}`, small && "btn--small")}>
      {children}
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </Link>
  );
}
