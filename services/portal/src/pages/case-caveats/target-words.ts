import { SupplementaryFormKind } from '@cdop/domain'
import { itemsOf, REPORTING_FORM, statutoryForms, supplementaryForm } from '@cdop/forms'
import type { ListedCaveat } from './caveats-of.ts'

type Target = ListedCaveat['target']
type Requests = readonly { readonly informationRequestId: string; readonly organisationName: string }[]

/** The words of a question, group or section of a form, in the newest version that has it, or in the one that is meant. */
function partWords(form: string, part: string, version: string | null): string | null {
  const kind = SupplementaryFormKind.safeParse(form)
  const url = kind.success ? supplementaryForm(kind.data) : REPORTING_FORM
  const versions = statutoryForms
    .filter((one) => one.url === url && (version === null || one.version === version))
    .sort((a, b) => (a.version < b.version ? 1 : -1))
  for (const one of versions) {
    const page = one.pages.find(({ linkId }) => linkId === part)
    if (page !== undefined) return `section “${page.title}”`
    const item = itemsOf(one).find(({ kind: of, linkId }) => of !== 'note' && linkId === part)
    if (item !== undefined) return `“${item.text}”`
  }
  return null
}

function formWords(form: string): string {
  const kind = SupplementaryFormKind.safeParse(form)
  if (!kind.success) return 'reporting form'
  const found = statutoryForms.find(({ url }) => url === supplementaryForm(kind.data))
  return (found?.title ?? 'supplementary form').replace(' (supplementary form)', '').toLowerCase()
}

/** What stands under a caveat, in words: null when there is no such part of a form. */
export function targetWords(
  target: Target,
  {
    requests,
    formVersion,
    documentNumber,
  }: {
    requests: Requests
    formVersion: string | null
    documentNumber: number | null
  },
): string | null {
  switch (target.of) {
    case 'document':
      return documentNumber === null ? 'A document' : `Document ${documentNumber}`
    case 'family-question':
      return 'The answer to a question of the family'
    case 'return': {
      const { informationRequestId, form, part } = target
      const agency = requests.find(
        (one) => one.informationRequestId === informationRequestId,
      )?.organisationName
      const whose = `${agency ?? 'An agency'}, ${formWords(form)}`
      if (part === null) return `${whose}: all of it`
      const words = partWords(form, part, formVersion)
      return words && `${whose}: ${words}`
    }
  }
}
