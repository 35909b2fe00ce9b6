/** The name of a field as it is posted: `linkId`, or `group[0].linkId` inside an entry. */
export function fieldName(field: string, entry?: { group: string; row: number }): string {
  return entry ? `${entry.group}[${entry.row}].${field}` : field
}

/** The id of the field's element: `linkId`, or `group-0-linkId` inside an entry. Radios: the first one. */
export function fieldId(field: string, entry?: { group: string; row: number }): string {
  return entry ? `${entry.group}-${entry.row}-${field}` : field
}
