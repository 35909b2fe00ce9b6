import { type Area, inForce, type PlainDate } from '@cdop/domain'
import type { Offered } from '@cdop/forms'

/**
 * The Office for National Statistics' codes for "somewhere in this country, no authority given": enough to see that
 * a child lived elsewhere.
 */
const elsewhere: readonly Offered[] = [
  { value: 'E99999999', text: 'Another local authority in England' },
  { value: 'W99999999', text: 'A local authority in Wales' },
  { value: 'S99999999', text: 'A local authority in Scotland' },
  { value: 'N99999999', text: 'A local authority in Northern Ireland' },
]

/** The local authorities to choose from: the area's own on that date, then everywhere else. */
export function offeredAuthorities(
  areas: readonly Area[],
  areaId: string,
  on: PlainDate,
): readonly Offered[] {
  const own = areas.find((area) => area.areaId === areaId)?.authorities ?? []
  return [
    ...own.filter((held) => inForce(held, on)).map(({ code, name }) => ({ value: code, text: name })),
    ...elsewhere,
  ]
}

/** An authority's name; its code where this area does not know it. */
export function authorityName(areas: readonly Area[], code: string): string {
  const own = areas.flatMap((area) => area.authorities).find((held) => held.code === code)
  return own?.name ?? elsewhere.find(({ value }) => value === code)?.text ?? code
}
