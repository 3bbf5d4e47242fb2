/** What people quote: the space's code and the dossier's number in it, as in PP-7K2M9X-1. */
export const referenceOf = (spaceCode: string, number: number) => `${spaceCode}-${number}`

/** The number in an address, or null: at most what a PostgreSQL integer holds. */
export function dossierNumber(value: string | undefined): number | null {
  if (!value || !/^[1-9]\d{0,9}$/.test(value)) return null
  const number = Number(value)
  return number <= 2_147_483_647 ? number : null
}
