/** placeholder */
export type FieldMapping = Readonly<Record<string, string>>
