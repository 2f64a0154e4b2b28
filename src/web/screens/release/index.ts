export { ExportsScreen } from "./exports-screen.tsx";
export { Screen } from "./screen.tsx";
