import {
  type SupplementaryFormKind,
  SupplementaryFormKind as SupplementaryFormKindSchema,
} from '@cdop/domain'

type MissingQuestion = { form: 'reporting' | SupplementaryFormKind; path: string }

/** Questions as they are posted, "form/path", as they travel. */
export function missingOf(posted: readonly string[]): MissingQuestion[] {
  return posted.flatMap((one): MissingQuestion[] => {
    const at = one.indexOf('/')
    const form = one.slice(0, at)
    const path = one.slice(at + 1)
    if (form === 'reporting') return [{ form, path }]
    const kind = SupplementaryFormKindSchema.safeParse(form)
    return kind.success ? [{ form: kind.data, path }] : []
  })
}
