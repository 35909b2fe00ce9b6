import { Refusal } from '@cdop/domain'
import type { Html } from '../../components/html.ts'
import { openPage, type PageRoute } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { Visit } from '../../page/visit.ts'
import { aboutTheCode, Code, LinkToken } from './form.ts'
import { enterCodeTitle, enterCodeView } from './view.ts'

const section = 'Information requests'
const wrongCode = (text: string) => new Problems([{ text, href: '#code' }])

type Door = {
  /** The link begins with it; its token follows. */
  at: `/${string}`
  title: string
  view: (formFields: Html) => Html
  requestCode: (visit: Visit, token: string) => Promise<unknown>
  /** Opens a session for what the link leads to. @throws Refusal for a link or code that opens nothing */
  enter: (visit: Visit, entered: { token: string; code: string }) => Promise<void>
  leadsTo: string
}

/**
 * The two pages between a mailed link and what it opens: the first discloses nothing, is the same for every link, and has
 * a code mailed; the second takes the code.
 */
export function codeDoor({ at, title, view, requestCode, enter, leadsTo }: Door): readonly PageRoute[] {
  const linkPath = (visit: Visit) => `${at}/${encodeURIComponent(visit.param('token'))}`
  return [
    openPage(`${at}/:token`, {
      show: (visit) => ({ title, section, main: view(visit.formFields) }),
      async post(visit) {
        const token = LinkToken.safeParse(visit.param('token'))
        if (token.success) await requestCode(visit, token.data)
        return new GoTo(`${linkPath(visit)}/code`)
      },
    }),
    openPage(`${at}/:token/code`, {
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
          await enter(visit, { token: token.data, code: code.data })
        } catch (thrown) {
          if (thrown instanceof Refusal && aboutTheCode.includes(thrown.code)) return wrongCode(thrown.says)
          throw thrown
        }
        return new GoTo(leadsTo)
      },
    }),
  ]
}
