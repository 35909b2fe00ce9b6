import { Refusal } from '@cdop/domain'
import { openPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import type { Visit } from '../../page/visit.ts'
import { completeSignIn } from '../../sign-in/complete-sign-in.ts'
import type { ProvenIdentity } from '../../sign-in/identity-provider.ts'
import { finishAttempt } from '../../sign-in/sign-in-attempt.ts'
import { noAccessScreen, signInAgainScreen } from './view.ts'

type Proven = { identity: ProvenIdentity; goTo: string }

/** Null when the answer does not belong to a sign-in this browser began, or does not hold. */
async function provenBy(visit: Visit): Promise<Proven | null> {
  const { parts, cookies, url } = visit
  try {
    const { secrets, goTo } = await finishAttempt(parts, cookies.read('visit'), visit.query('state'))
    return { identity: await parts.identityProvider.identityFrom(url, secrets), goTo }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) {
      parts.log.failure('sign-in did not hold', thrown, { requestId: visit.requestId })
    }
    return null
  }
}

/** Where the identity provider sends people back to. */
export const callbackPage = openPage('/sign-in/callback', {
  async show(visit) {
    const { parts, cookies, requestId } = visit
    const proven = await provenBy(visit)
    if (proven === null) return signInAgainScreen()
    const before = cookies.read('person')
    const signedIn = await completeSignIn(parts, proven.identity, { before, requestId })
    if (signedIn === null) return noAccessScreen()
    cookies.drop('visit')
    cookies.set('person', signedIn.token)
    return new GoTo(signedIn.areas === 1 ? proven.goTo : '/areas')
  },
})
