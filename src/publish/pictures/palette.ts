// The colours of pictures, light and dark; each pair of ink and ground keeps a contrast of 4.5 to 1 or more.
// Invariant: a colour never says anything alone; shape, place or words say it too.

export type Scheme = "light" | "dark";

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly fill: string;
  readonly mark: string;
  readonly onMark: string;
  readonly land: string;
  readonly region: string;
}

export const palettes: Readonly<Record<Scheme, Palette>> = {
  light: {
    paper: "#ffffff",
    ink: "#1f2328",
    quiet: "#5a6069",
    rule: "#d5d0c6",
    fill: "#cfe7e8",
    mark: "#0b5d66",
    onMark: "#ffffff",
    land: "#f3f1ec",
    region: "#e3f0f0",
  },
  dark: {
    paper: "#1b1f23",
    ink: "#e8e6e1",
    quiet: "#a9afb7",
    rule: "#3a4148",
    fill: "#1d4a4a",
    mark: "#74c8cb",
    onMark: "#0c1a1b",
    land: "#23282d",
    region: "#16302f",
  },
};
