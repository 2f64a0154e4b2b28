export { LetterScreen } from "./letter.tsx";
export { OneScreen } from "./one.tsx";
export { Screen } from "./screen.tsx";
