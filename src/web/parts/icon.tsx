// The few drawings the interface uses, as outlines that take the colour of the text around them.
import type { ReactNode } from "react";

const paths = {
  menu: "M3 6h18M3 12h18M3 18h18",
  close: "M5 5l14 14M19 5L5 19",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  down: "M6 9l6 6 6-6",
  right: "M9 6l6 6-6 6",
  check: "M4.5 12.5l5 5 10-11",
  plus: "M12 5v14M5 12h14",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21",
  warning: "M12 4L2.5 20h19zM12 10v4.5M12 17.3v.2",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  undo: "M4 9h10a5.5 5.5 0 0 1 0 11H8M4 9l4-4M4 9l4 4",
  home: "M4 11.5L12 4.5l8 7M6 10v10h12V10",
  sources: "M6 3.5h8l4 4V20.5H6zM14 3.5v4h4M9 12h6M9 16h6",
  people: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.6-6 7.500-6s6.900 2 7.500 6",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  shield: "M12 3.5l7.500 2.500v6c0 4.500-3 7.500-7.500 9-4.500-1.500-7.500-4.500-7.500-9V6z",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg
      className={`icon icon--${name}`}
      viewBox="0 0 24 24"
      width="1.15em"
      height="1.15em"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === "more" ? 3 : 1.8}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
