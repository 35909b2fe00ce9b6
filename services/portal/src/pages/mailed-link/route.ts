import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { openPage, type PageRoute } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { Visit } from '../../page/visit.ts'
import { aboutTheCode, Code, LinkToken } from './form.ts'
import { enterCodeTitle, enterCodeView, openLinkTitle, openLinkView } from './view.ts'

const section = 'Information requests'

const linkPath = (visit: Visit) => `/requests/${encodeURIComponent(visit.param('token'))}`
const wrongCode = (text: string) => new Problems([{ text, href: '#code' }])

/** Where a mailed link leads: discloses nothing, and is the same for every link. */
const openLink = openPage('/requests/:token', {
  show: (visit) => ({ title: openLinkTitle, section, main: openLinkView(visit.formFields) }),
  async post(visit) {
    const token = LinkToken.safeParse(visit.param('token'))
    if (token.success) {
      const { link } = visit.callAsPortal<CaseReviewRouter>('case-review')
      await link.requestCode.mutate({ token: token.data })
    }
    return new GoTo(`${linkPath(visit)}/code`)
  },
})

/** Takes the mailed code and opens the one form it is for. */
const enterCode = openPage('/requests/:token/code', {
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
      const { link } = visit.callAsPortal<CaseReviewRouter>('case-review')
      await visit.startLinkSession(await link.enter.mutate({ token: token.data, code: code.data }))
    } catch (thrown) {
      if (thrown instanceof Refusal && aboutTheCode.includes(thrown.code)) return wrongCode(thrown.says)
      throw thrown
    }
    return new GoTo('/return')
  },
})

export const mailedLinkRoutes: readonly PageRoute[] = [openLink, enterCode]
