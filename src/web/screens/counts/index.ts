export { Screen } from "./screen.tsx";
export { OverlapScreen } from "./overlap-screen.tsx";
export { KeptScreen } from "./kept-screen.tsx";
export { KeptCountScreen } from "./kept-count.tsx";
