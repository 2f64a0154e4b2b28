export { QuestionScreen } from "./question.tsx";
export { Screen } from "./screen.tsx";
