export { Screen } from "./screen.tsx";
export { OverlapScreen } from "./overlap-screen.tsx";
