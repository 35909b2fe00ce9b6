import type { CompiledForm } from './compiled-form.ts'

/** No version, or more than one, of a form is what was asked for. */
export class FormVersionError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FormVersionError'
  }
}

const END_OF_TIME = '9999-12-31'

function versionsOf(forms: readonly CompiledForm[], url: string): CompiledForm[] {
  const versions = forms
    .filter((form) => form.url === url)
    .sort((left, right) => (left.effective.from < right.effective.from ? -1 : 1))
  versions.forEach((form, index) => {
    const next = versions[index + 1]
    if (!next) return
    if (next.effective.from <= (form.effective.to ?? END_OF_TIME)) {
      throw new FormVersionError(`${url} ${form.version} and ${next.version} are in force at the same time`)
    }
  })
  return versions
}

/**
 * The version of a form to ask on a civil date; both ends of its effective period are included.
 * @throws FormVersionError when none is in force, or when two versions of the form overlap.
 */
export function formInForce(forms: readonly CompiledForm[], url: string, on: string): CompiledForm {
  const found = versionsOf(forms, url).find(
    ({ effective }) => effective.from <= on && on <= (effective.to ?? END_OF_TIME),
  )
  if (!found) throw new FormVersionError(`No version of ${url} is in force on ${on}`)
  return found
}

/**
 * The version an old answer was given to.
 * @throws FormVersionError when the product does not have it.
 */
export function formVersion(forms: readonly CompiledForm[], url: string, version: string): CompiledForm {
  const found = forms.find((form) => form.url === url && form.version === version)
  if (!found) throw new FormVersionError(`There is no version ${version} of ${url}`)
  return found
}
