import { z } from 'zod'
import { draftPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { notifyAway } from './away.ts'
import { intakeDraft, type OpenedDraft, writableDraft } from './draft.ts'
import { notifyPaths } from './paths.ts'
import { publicArea } from './public-area.ts'
import { savedTitle, savedView, saveTitle, saveView } from './save-view.ts'
import { startTitle } from './start-view.ts'

const EmailTyped = z
  .string()
  .trim()
  .min(1, { error: 'Enter your email address', abort: true })
  .max(254, { error: 'Your email address must be 254 characters or fewer' })
  .pipe(z.email({ error: 'Enter an email address in the correct format, like name@example.com' }))

/** The address they gave as a contact, if it is one: nobody types the same thing twice. */
function knownAddress({ answers }: OpenedDraft): string {
  const given = z.email().safeParse(answers['notifier-contact'])
  return given.success ? given.data : ''
}

/** Sends whoever writes a notification a link by which to come back to it. */
export const savePage = draftPage('/notify/:area/save', {
  whenAway: notifyAway,
  async show(visit, again) {
    const draft = await writableDraft(visit)
    if (draft instanceof GoTo) return draft
    return {
      title: saveTitle,
      section: startTitle,
      backLink: draft.paths.resume,
      main: saveView({
        hidden: visit.formFields,
        email: again?.form.text('email') ?? knownAddress(draft),
        error: again?.errors.find(({ href }) => href === '#email'),
        endsAt: new Date(draft.endsAt),
      }),
    }
  },
  async post(visit, posted) {
    const email = EmailTyped.safeParse(posted.text('email'))
    if (!email.success) {
      return new Problems([{ text: email.error.issues[0]?.message ?? '', href: '#email' }])
    }
    const draft = await writableDraft(visit)
    if (draft instanceof GoTo) return draft
    await intakeDraft(visit).mailReturnLink.mutate({ email: email.data, key: posted.key })
    return new GoTo(draft.paths.saved)
  },
})

/** The link is on its way; here the form can be closed, on a computer that others use too. */
export const savedPage = draftPage('/notify/:area/saved', {
  whenAway: notifyAway,
  async show(visit) {
    const draft = await writableDraft(visit)
    if (draft instanceof GoTo) return draft
    const { paths, endsAt } = draft
    return {
      title: savedTitle,
      section: startTitle,
      main: savedView({ hidden: visit.formFields, resume: paths.resume, endsAt: new Date(endsAt) }),
    }
  },
  async post(visit) {
    const { code } = await publicArea(visit)
    await visit.endDraftSession()
    return new GoTo(notifyPaths(code).closed)
  },
})
