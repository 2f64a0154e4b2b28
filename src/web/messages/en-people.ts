// Texts of the screen `people`.
export const enPeople = {} as const;
