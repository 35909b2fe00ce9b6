import { SYSTEM_AREA } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import { openPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { endSession } from '../../session/session-store.ts'
import { tokenHash } from '../../session/token.ts'
import { portalActor } from '../../session/visitor.ts'

/** Ends the session here and tells the browser to forget what it kept. */
export const signOutPage = openPage('/sign-out', {
  show: () => new GoTo('/'),
  async post({ parts, visitor, cookies, headers, requestId }) {
    const token = cookies.read('person')
    if (token !== null && (visitor.kind === 'person' || visitor.kind === 'choosing')) {
      const { personId } = visitor
      const actor = portalActor(SYSTEM_AREA, requestId, personId)
      await parts.database.transaction(actor, async (tx) => {
        await endSession(tx, tokenHash(token))
        await parts.audit.record(tx, actor, SYSTEM_AREA, {
          action: 'session.end',
          object: { kind: 'person', id: personId },
        })
      })
    }
    // The browser forgets the cookies of mailed links with the rest: their sessions must not outlive them.
    for (const name of ['link', 'inbox'] as const) {
      const mailed = cookies.read(name)
      if (mailed !== null) await endSession(parts.database.sql, tokenHash(mailed))
    }
    cookies.drop('person')
    headers.set('Clear-Site-Data', '"cache", "cookies", "storage"')
    return new GoTo('/signed-out')
  },
})

export const signedOutPage = openPage('/signed-out', {
  show: () => ({
    title: 'You are signed out',
    main: html`<h1 class="govuk-heading-l">You are signed out</h1>
<p class="govuk-body">On a shared computer, close the browser too.</p>
${button({ text: 'Sign in again', href: '/sign-in' })}`,
  }),
})
