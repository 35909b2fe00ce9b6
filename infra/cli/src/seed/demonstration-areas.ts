import { Area, type TonightContacts } from '@cdop/domain'

const since = { from: '2019-09-29', until: null }

/** An area of the demonstration. Its places are real so that residency can be shown; nothing that happens in it is. */
function area(areaId: string, code: string, name: string, authority: { code: string; name: string }): Area {
  const partners = [authority.name, 'NHS West Yorkshire Integrated Care Board']
  return Area.parse({
    areaId,
    code,
    name,
    authorities: [{ ...authority, ...since }],
    partners: partners.map((partner) => ({ name: partner, ...since })),
    controllers: partners.map((partner) => ({ name: partner, ...since })),
  })
}

/** Two areas, so that it can be seen that neither sees anything of the other. */
export const demonstrationAreas = {
  LDS: area('0b0e7d1c-5a4e-4c8e-9a55-1d5b1f0c0001', 'LDS', 'Leeds', {
    code: 'E08000035',
    name: 'Leeds City Council',
  }),
  WYB: area('0b0e7d1c-5a4e-4c8e-9a55-1d5b1f0c0002', 'WYB', 'Wakefield', {
    code: 'E08000036',
    name: 'Wakefield Council',
  }),
} as const

/** Whom to phone tonight in a demonstration: numbers kept free for drama, which ring nowhere. */
export const demonstrationNumbers: TonightContacts = {
  'on-call-lead': '01632 960 101',
  police: '101',
  'childrens-duty-team': '01632 960 102',
  coroner: '01632 960 103',
}

/** @throws Error when the demonstration has no area of this code */
export function demonstrationArea(code: string): Area {
  const found = Object.values(demonstrationAreas).find((known) => known.code === code)
  if (found === undefined) throw new Error(`the demonstration has no area ${code}`)
  return found
}
