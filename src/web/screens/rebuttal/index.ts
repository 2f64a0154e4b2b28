// The door of the screen `rebuttal`.
export { Screen } from "./screen.tsx";
