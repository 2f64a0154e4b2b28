// The door of the screen `submissions`.
export { Screen } from "./screen.tsx";
