import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type ImportId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { type Html, html } from '../../components/html.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type Again, GoTo, type Posted, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import type { SeenImport } from '../imports/state-words.ts'
import { readFrom, typedFrom } from './form.ts'
import { rehearsalView } from './rehearsal-view.ts'
import { reportView } from './report-view.ts'

/** Milliseconds a bundle may take to be worked out or signed off. */
const DEADLINE = 30_000

const caseReviewOf = (visit: PersonVisit) => visit.call<CaseReviewRouter>('case-review', DEADLINE).openCases

/** What the page of an import says of a bundle of open cases: what would come of it, or what did. */
export async function bundlePart(
  visit: PersonVisit,
  seen: SeenImport,
  importId: ImportId,
  again: Again | null,
): Promise<Html> {
  const { areaId, formFields: hidden } = visit
  const counts = seen.counts?.bundle
  if (counts === undefined) return html``
  if (seen.state === 'ready') {
    const rehearsal = await caseReviewOf(visit).rehearse.query({ areaId, importId })
    const people = await visit.people()
    const signer = people.find(({ personId }) => personId === visit.actor.personId)?.displayName ?? ''
    return rehearsalView({ seen, counts, rehearsal, signer, hidden })
  }
  if (seen.state !== 'confirmed' && seen.state !== 'done') return html``
  const report = await caseReviewOf(visit).report.query({ areaId, importId })
  return reportView({
    importId,
    counts,
    report,
    imported: await visit.call<IntakeRouter>('intake').import.importedCases.query({ areaId, importId }),
    sha256: seen.bundle?.sha256 ?? null,
    people: await visit.people(),
    hidden,
    from: again === null ? { day: '', month: '', year: '' } : typedFrom(again.form),
    errors: again?.errors ?? [],
  })
}

/** Signs a bundle off or takes over chasing; null for another button. */
export async function postBundle(
  visit: PersonVisit,
  form: PostedForm,
  importId: ImportId,
): Promise<Posted | null> {
  const { areaId } = visit
  const calls = caseReviewOf(visit)
  if (form.action === 'sign-off') {
    const rows = form.text('rows')
    if (!/^\d{1,6}$/.test(rows) || Number(rows) === 0) throw new Refusal('unreadable')
    await calls.signOff.mutate({ areaId, importId, key: form.key, rows: Number(rows) })
    return new GoTo(`/imports/${importId}`)
  }
  if (form.action === 'chase') {
    const read = readFrom(typedFrom(form), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    await calls.takeOverChasing.mutate({ areaId, importId, from: read.value.from, key: form.key })
    return new GoTo(`/imports/${importId}`)
  }
  return null
}

/**
 * Forgets what case-review has kept of a bundle that was cancelled at intake. In this order: one that was signed off in
 * the meantime is not cancelled, and keeps what it says. What is cut off here is forgotten by itself days later.
 */
export async function forgetBundle(visit: PersonVisit, importId: ImportId): Promise<void> {
  await caseReviewOf(visit).forget.mutate({ areaId: visit.areaId, importId })
}
