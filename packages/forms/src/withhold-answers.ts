import type { Answers } from './answer.ts'
import { type CompiledForm, itemsOf, pagesOf } from './compiled-form.ts'
import { formVersion } from './form-version.ts'
import type { VersionChange } from './version-change.ts'
import { openPaths, withoutHidden } from './visibility.ts'

/** What is left of some answers, and the questions and groups whose answers were taken out. */
export interface WithheldAnswers {
  answers: Answers
  withheld: readonly string[]
}

/**
 * Takes answers out of a form. What is asked only because of one of them goes too, and silently: that it was asked would
 * say what is withheld. A question that is asked counts as withheld whether it was answered or not.
 */
export function withholdAnswers(
  form: CompiledForm,
  answers: Answers,
  linkIds: readonly string[],
): WithheldAnswers {
  if (linkIds.length === 0) return { answers, withheld: [] }
  const items = itemsOf(form)
  const open = openPaths(items, answers)
  const left = withoutHidden(
    items,
    Object.fromEntries(Object.entries(answers).filter(([linkId]) => !linkIds.includes(linkId))),
  )
  const stillAsked = openPaths(items, left)
  const withheld = items.flatMap(({ kind, linkId }) =>
    kind !== 'note' && linkIds.includes(linkId) && open.has(linkId) && stillAsked.has(linkId) ? [linkId] : [],
  )
  // Nothing comes to light that was not asked before.
  return {
    answers: Object.fromEntries(Object.entries(left).filter(([linkId]) => open.has(linkId))),
    withheld,
  }
}

/** What a question is called in another version of its form; its own name where nobody renamed it. */
function nameIn(
  changes: readonly VersionChange[],
  url: string,
  linkId: string,
  { from, to }: { from: string; to: string },
): string {
  const own = changes.filter((change) => change.url === url).sort((a, b) => (a.from < b.from ? -1 : 1))
  if (from <= to) {
    return own
      .filter((change) => from <= change.from && change.to <= to)
      .reduce((name, { renamed }) => renamed[name] ?? name, linkId)
  }
  return own
    .filter((change) => to <= change.from && change.to <= from)
    .reduceRight(
      (name, { renamed }) => Object.entries(renamed).find(([, is]) => is === name)?.[0] ?? name,
      linkId,
    )
}

/** A part of a form as it was named in a version: one question or group, a section, or with null the whole form. */
export interface FormPartNamed {
  version: string
  part: string | null
}

/** Whether a form has such a part. */
export function hasPart(form: CompiledForm, part: string | null): boolean {
  if (part === null || form.pages.some(({ linkId }) => linkId === part)) return true
  return itemsOf(form).some(({ kind, linkId }) => kind !== 'note' && linkId === part)
}

/**
 * What a version of a form calls a part that may be named as in any other version of it: its own name where it has one.
 * Null when no version that has such a part leads to one of this.
 */
export function partIn(
  forms: readonly CompiledForm[],
  changes: readonly VersionChange[],
  form: CompiledForm,
  part: string,
): string | null {
  if (hasPart(form, part)) return part
  const names = forms
    .filter((other) => other.url === form.url && hasPart(other, part))
    .map((other) => nameIn(changes, form.url, part, { from: other.version, to: form.version }))
  return names.find((name) => hasPart(form, name)) ?? null
}

/**
 * The questions and groups of a form that belong to a part of it, named in whatever version. What stood in a section in
 * its own version belongs to it wherever it has moved since, and so does what stands there now.
 */
export function questionsOfPart(
  forms: readonly CompiledForm[],
  changes: readonly VersionChange[],
  form: CompiledForm,
  { version, part }: FormPartNamed,
): readonly string[] {
  const items = itemsOf(form).filter(({ kind }) => kind !== 'note')
  if (part === null) return items.map(({ linkId }) => linkId)
  const sectionOf = (of: CompiledForm) =>
    of.pages.some(({ linkId }) => linkId === part)
      ? pagesOf(of, part).flatMap((page) => page.items.map(({ linkId }) => linkId))
      : []
  const then = formVersion(forms, form.url, version)
  const section = sectionOf(then)
  const named = (section.length === 0 ? [part] : section).map((linkId) =>
    nameIn(changes, form.url, linkId, { from: version, to: form.version }),
  )
  const now = section.length === 0 ? [] : sectionOf(form)
  return items.map(({ linkId }) => linkId).filter((linkId) => named.includes(linkId) || now.includes(linkId))
}
