// Texts of the screen `person`.
export const enPerson = {} as const;
