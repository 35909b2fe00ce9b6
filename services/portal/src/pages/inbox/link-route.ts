import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { openPage, type PageRoute } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { Visit } from '../../page/visit.ts'
import { aboutTheCode, Code, LinkToken } from '../mailed-link/form.ts'
import { enterCodeTitle, enterCodeView } from '../mailed-link/view.ts'
import { openInboxTitle, openInboxView } from './view.ts'

const section = 'Information requests'

const linkPath = (visit: Visit) => `/inbox-link/${encodeURIComponent(visit.param('token'))}`
const wrongCode = (text: string) => new Problems([{ text, href: '#code' }])

/** Where the link of an inbox leads: discloses nothing, and is the same for every link. */
const openLink = openPage('/inbox-link/:token', {
  show: (visit) => ({ title: openInboxTitle, section, main: openInboxView(visit.formFields) }),
  async post(visit) {
    const token = LinkToken.safeParse(visit.param('token'))
    if (token.success) {
      const { inbox } = visit.callAsPortal<CaseReviewRouter>('case-review')
      await inbox.requestCode.mutate({ token: token.data })
    }
    return new GoTo(`${linkPath(visit)}/code`)
  },
})

/** Takes the mailed code and opens the inbox it is for. */
const enterCode = openPage('/inbox-link/:token/code', {
  show: (visit, again) => ({
    title: enterCodeTitle,
    section,
    backLink: linkPath(visit),
    main: enterCodeView({
      formFields: visit.formFields,
      openLink: linkPath(visit),
      typed: again?.form.text('code') ?? '',
      error: again?.errors[0],
    }),
  }),
  async post(visit, form) {
    const code = Code.safeParse(form.text('code'))
    if (!code.success) return wrongCode(code.error.issues[0]?.message ?? enterCodeTitle)
    const token = LinkToken.safeParse(visit.param('token'))
    if (!token.success) return wrongCode(new Refusal('link-dead').says)
    try {
      const { inbox } = visit.callAsPortal<CaseReviewRouter>('case-review')
      await visit.startInboxSession(await inbox.enter.mutate({ token: token.data, code: code.data }))
    } catch (thrown) {
      if (thrown instanceof Refusal && aboutTheCode.includes(thrown.code)) return wrongCode(thrown.says)
      throw thrown
    }
    return new GoTo('/inbox')
  },
})

export const inboxLinkRoutes: readonly PageRoute[] = [openLink, enterCode]
