import type { CaseId, Instant, PackOpening } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { writtenCount } from '../../wording/written-count.ts'

type Read = { readonly readAt: Instant | null; readonly place: string | null }

/** How far somebody is in each case they may read for a meeting. */
export type Progress = ReadonlyMap<CaseId, Read>

export function progressOf(cases: readonly (Read & { readonly caseId: CaseId })[]): Progress {
  return new Map(cases.map(({ caseId, readAt, place }) => [caseId, { readAt, place }]))
}

/** "You have read 3 of 7 cases". */
export function progressWords(progress: Progress): string {
  const read = [...progress.values()].filter(({ readAt }) => readAt !== null).length
  return `You have read ${read} of ${writtenCount(progress.size, 'case')}.`
}

/** Whether one case is read, and the way back to where they stopped in it. */
export function readWords(
  read: Read | undefined,
  opening: PackOpening,
  { reference, href }: { reference: string; href: string },
): { html: Html } {
  if (opening !== 'open') return { html: html`${notOpenWords[opening]}` }
  if (read === undefined) return { html: html`Not for you to read now` }
  if (read.readAt !== null) return { html: html`Read` }
  if (read.place === null) return { html: html`Not read yet` }
  return {
    html: html`<a class="govuk-link" href="${href}#${read.place}">Go on<span class="govuk-visually-hidden"> reading case ${reference}</span></a>`,
  }
}

const notOpenWords: Record<Exclude<PackOpening, 'open'>, string> = {
  'not-released': 'Pack not released yet',
  withdrawn: 'Pack withdrawn',
  over: 'Pack expired',
}
