import type { CaseId, PlainDate } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { isUnavailable } from '../../page/refusal-in.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { hideNames } from '../../session/session-store.ts'
import { tokenHash } from '../../session/token.ts'
import type { CasePath } from './case-pages.ts'

/** The child's name and dates: shown on one response, to somebody who may see them. */
export type ShownIdentity = {
  readonly familyName: string
  readonly givenNames: string
  readonly dateOfBirth: PlainDate
  readonly dateOfDeath: PlainDate
  readonly nhsNumber: string | null
}

type Named = { readonly caseId: CaseId; readonly pass: string | null }

/** Who the child was, on a pass of case-review; null without one. Audited by intake. */
export async function identityOn(visit: PersonVisit, { caseId, pass }: Named): Promise<ShownIdentity | null> {
  if (pass === null) return null
  const { identity } = visit.call<IntakeRouter>('intake')
  const [child] = await identity.read.query({ areaId: visit.areaId, caseIds: [caseId], pass })
  return child ?? null
}

/** As `identityOn`, for the bar of one's own case: while intake does not answer its pages go on without the name. */
export async function ownIdentity(visit: PersonVisit, named: Named): Promise<ShownIdentity | null> {
  try {
    return await identityOn(visit, named)
  } catch (thrown) {
    if (isUnavailable(thrown)) return null
    throw thrown
  }
}

/** Hides names on a screen others can see, and shows them again: remembered until the session ends. */
export function hideSwitch(visit: PersonVisit, { caseId }: Pick<Named, 'caseId'>, current: CasePath): Html {
  return switchTo(visit, `/cases/${caseId}`, current)
}

/** As `hideSwitch`, on a page that takes its post itself: with `switchNames`. */
export function switchTo(visit: PersonVisit, path: string, back = ''): Html {
  const hidden = visit.visitor.namesHidden
  return html`<form method="post" action="${path}" novalidate>${visit.formFields}
<input type="hidden" name="back" value="${back}">
${button({
  text: hidden ? 'Show names on this screen' : 'Hide names on this screen',
  name: '_action',
  value: hidden ? 'names-shown' : 'names-hidden',
  classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
})}
</form>`
}

/** Hides or shows names where the switch was pressed. False when it was something else. */
export async function switchNames(
  visit: PersonVisit,
  { action }: Pick<PostedForm, 'action'>,
): Promise<boolean> {
  if (action !== 'names-hidden' && action !== 'names-shown') return false
  const token = visit.cookies.read('person')
  if (token !== null) {
    await hideNames(visit.parts.database.sql, tokenHash(token), action === 'names-hidden')
  }
  return true
}
