export { Screen as PersonScreen } from "./person.tsx";
export { Screen } from "./screen.tsx";
