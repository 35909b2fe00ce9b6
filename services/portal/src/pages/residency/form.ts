import { type AreaId, AuthorityCode, Lsoa, type ResidencyBasis } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { type ReadTyped, readTyped } from '../../typed-form/read-typed.ts'

/** The answer that the child did not live in England: no authority is chosen then, and no other grounds. */
export const OUTSIDE_ENGLAND = 'outside-england'

/** Grounds a person chooses among; where the child did not live in England there is nothing to choose. */
export const chosenBases = [
  'usual-address',
  'address-before-admission',
  'mothers-usual-address',
  'agreed-for-looked-after-child',
  'principal-of-two-homes',
  'agreed-with-other-area',
] as const satisfies readonly ResidencyBasis[]

/** The answer that it was agreed with an area the page does not list. */
export const AREA_NOT_LISTED = 'not-listed'

export type TypedResidency = { authority: string; basis: string; agreedWith: string; lsoa: string }

export function typedResidency(form: PostedForm): TypedResidency {
  return {
    authority: form.text('authority'),
    basis: form.text('basis'),
    agreedWith: form.text('agreedWith'),
    lsoa: form.text('lsoa'),
  }
}

const NO_AREA = 'The area code must be E01 and 6 numbers, like E01011229'

const Elsewhere = z.strictObject({
  authority: z.literal(OUTSIDE_ENGLAND),
  basis: z.string(),
  agreedWith: z.string(),
  lsoa: z.string(),
})

/** A small area proposed by the postcode, which does not go with every authority. */
export type ProposedArea = {
  readonly lsoa: string
  /** What its authority is called. */
  readonly authorityName: string
  canBeIn(authority: string): boolean
}

function ResidencyTyped(offered: readonly string[]) {
  return z.strictObject({
    authority: z
      .string()
      .refine((code) => offered.includes(code), 'Select the local authority where the child normally lived')
      .pipe(AuthorityCode),
    basis: z.string().pipe(z.enum(chosenBases, 'Select what the decision is based on')),
    agreedWith: z.string(),
    lsoa: z
      .string()
      .transform((typed) => typed.toUpperCase().replace(/\s/g, ''))
      .transform((typed, context) => {
        if (typed === '') return null
        const read = Lsoa.safeParse(typed)
        if (read.success) return read.data
        context.addIssue({ code: 'custom', message: NO_AREA })
        return z.NEVER
      }),
  })
}

export type ReadResidency = {
  localAuthority: AuthorityCode | null
  lsoa: Lsoa | null
  basis: ResidencyBasis
  agreedWithArea: AreaId | null
}

/** What the page offered: authorities, other areas, and the small area it proposed. */
export type OfferedResidency = {
  readonly authorities: readonly string[]
  readonly areas: readonly AreaId[]
  readonly proposed: ProposedArea | null
}

/** The other area it was agreed with, asked for exactly when that is what the decision is based on. */
function agreedArea(
  basis: ResidencyBasis,
  typed: string,
  areas: readonly AreaId[],
): ReadTyped<AreaId | null> {
  const wrong = (text: string) => ({ ok: false as const, errors: [{ text, href: '#agreedWith' }] })
  const area = areas.find((areaId) => areaId === typed)
  if (basis !== 'agreed-with-other-area') {
    return typed === ''
      ? { ok: true, value: null }
      : wrong('Leave the area blank, or base the decision on an agreement with it')
  }
  if (area !== undefined) return { ok: true, value: area }
  return typed === AREA_NOT_LISTED || areas.length === 0
    ? { ok: true, value: null }
    : wrong('Select the area it was agreed with')
}

/**
 * Where the child normally lived and on what grounds, out of what the page offered. The small area it proposed is
 * refused for an authority it does not lie in.
 */
export function readResidency(typed: TypedResidency, offered: OfferedResidency): ReadTyped<ReadResidency> {
  if (Elsewhere.safeParse(typed).success) {
    const basis = 'not-resident-in-england' as const
    return { ok: true, value: { localAuthority: null, lsoa: null, basis, agreedWithArea: null } }
  }
  const read = readTyped(ResidencyTyped(offered.authorities), typed)
  if (!read.ok) return read
  const { authority, basis, agreedWith, lsoa } = read.value
  const agreed = agreedArea(basis, agreedWith, offered.areas)
  if (!agreed.ok) return agreed
  const { proposed } = offered
  if (proposed !== null && lsoa === proposed.lsoa && !proposed.canBeIn(authority)) {
    const text = `The area code is that of the postcode, which lies in ${proposed.authorityName}. Change or remove it`
    return { ok: false, errors: [{ text, href: '#lsoa' }] }
  }
  return { ok: true, value: { localAuthority: authority, lsoa, basis, agreedWithArea: agreed.value } }
}
