import { AuthorityCode, Lsoa, type ResidencyBasis } from '@cdop/domain'
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

export type TypedResidency = { authority: string; basis: string; lsoa: string }

export function typedResidency(form: PostedForm): TypedResidency {
  return { authority: form.text('authority'), basis: form.text('basis'), lsoa: form.text('lsoa') }
}

const NO_AREA = 'The area code must be E01 and 6 numbers, like E01011229'

const Elsewhere = z.strictObject({
  authority: z.literal(OUTSIDE_ENGLAND),
  basis: z.string(),
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
}

/**
 * Where the child normally lived and on what grounds; `offered` are the authorities the page named. The small area the
 * page proposed is refused for an authority it does not lie in.
 */
export function readResidency(
  typed: TypedResidency,
  offered: readonly string[],
  proposed: ProposedArea | null = null,
): ReadTyped<ReadResidency> {
  if (Elsewhere.safeParse(typed).success) {
    return { ok: true, value: { localAuthority: null, lsoa: null, basis: 'not-resident-in-england' } }
  }
  const read = readTyped(ResidencyTyped(offered), typed)
  if (!read.ok) return read
  const { authority, basis, lsoa } = read.value
  if (proposed !== null && lsoa === proposed.lsoa && !proposed.canBeIn(authority)) {
    const text = `The area code is that of the postcode, which lies in ${proposed.authorityName}. Change or remove it`
    return { ok: false, errors: [{ text, href: '#lsoa' }] }
  }
  return { ok: true, value: { localAuthority: authority, lsoa, basis } }
}
