export { ArrivedScreen } from "./arrived.tsx";
export { FillScreen } from "./fill.tsx";
export { Screen } from "./screen.tsx";
