import { openPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { beginAttempt } from '../../sign-in/sign-in-attempt.ts'
import { ownPath } from './own-path.ts'
import { signInScreen } from './view.ts'

/** Where people begin, and where those end up whose session is over. */
export const signInPage = openPage('/sign-in', {
  show: (visit) =>
    visit.visitor.kind === 'nobody'
      ? signInScreen(visit.formFields, ownPath(visit.query('next')))
      : new GoTo('/'),
  async post(visit, form) {
    const { parts, cookies } = visit
    // The pipeline has proved that the form came with this cookie.
    const secrets = await beginAttempt(parts, cookies.read('visit') ?? '', ownPath(form.text('next')))
    return new GoTo((await parts.identityProvider.addressToSignIn(secrets)).href)
  },
})
