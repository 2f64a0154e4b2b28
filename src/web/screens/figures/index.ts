export { QuantityScreen } from "./quantity.tsx";
export { Screen } from "./screen.tsx";
