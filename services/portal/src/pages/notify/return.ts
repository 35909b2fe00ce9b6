import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { openPage, type PageRoute } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { Visit } from '../../page/visit.ts'
import { aboutTheCode, Code, LinkToken } from '../mailed-link/form.ts'
import { enterCodeTitle, enterCodeView } from '../mailed-link/view.ts'
import { notifyAway } from './away.ts'
import { notifyPaths } from './paths.ts'
import { publicArea } from './public-area.ts'
import { returnTitle, returnView } from './save-view.ts'
import { startTitle } from './start-view.ts'

const drafts = (visit: Visit) => visit.callAsPortal<IntakeRouter>('intake').notificationDraft
const wrongCode = (text: string) => new Problems([{ text, href: '#code' }])

async function returnPath(visit: Visit): Promise<string> {
  const { code } = await publicArea(visit)
  return notifyPaths(code).return(visit.param('token'))
}

/** Where a mailed link leads: discloses nothing, and is the same for every link. */
const openReturn = openPage('/notify/:area/return/:token', {
  whenAway: notifyAway,
  async show(visit) {
    await publicArea(visit)
    return { title: returnTitle, section: startTitle, main: returnView(visit.formFields) }
  },
  async post(visit) {
    const token = LinkToken.safeParse(visit.param('token'))
    if (token.success) await drafts(visit).requestReturnCode.mutate({ token: token.data })
    return new GoTo(`${await returnPath(visit)}/code`)
  },
})

/** Takes the mailed code and opens the one notification it is for. */
const enterReturnCode = openPage('/notify/:area/return/:token/code', {
  whenAway: notifyAway,
  async show(visit, again) {
    const back = await returnPath(visit)
    return {
      title: enterCodeTitle,
      section: startTitle,
      backLink: back,
      main: enterCodeView({
        formFields: visit.formFields,
        openLink: back,
        typed: again?.form.text('code') ?? '',
        error: again?.errors[0],
      }),
    }
  },
  async post(visit, form) {
    const { code: area } = await publicArea(visit)
    const code = Code.safeParse(form.text('code'))
    if (!code.success) return wrongCode(code.error.issues[0]?.message ?? enterCodeTitle)
    const token = LinkToken.safeParse(visit.param('token'))
    if (!token.success) return wrongCode(new Refusal('link-dead').says)
    try {
      await visit.startDraftSession(
        await drafts(visit).enterReturn.mutate({ token: token.data, code: code.data }),
      )
    } catch (thrown) {
      if (thrown instanceof Refusal && aboutTheCode.includes(thrown.code)) return wrongCode(thrown.says)
      throw thrown
    }
    return new GoTo(notifyPaths(area).resume)
  },
})

export const returnRoutes: readonly PageRoute[] = [openReturn, enterReturnCode]
