import type { IntakeRouter } from '@cdop/intake/api'
import { openPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import type { Visit } from '../../page/visit.ts'
import { tokenHash } from '../../session/token.ts'
import { presentForm } from '../record-notification/form.ts'
import { notifyAway } from './away.ts'
import { notifyPaths } from './paths.ts'
import { publicArea } from './public-area.ts'
import { startTitle, startView } from './start-view.ts'

/** Tells one browser from another, to count what each begins: a hash of its cookie. */
const visitorOf = ({ cookies }: Visit) =>
  tokenHash(cookies.read('visit') ?? cookies.read('person') ?? '').toString('base64url')

/** The first page, for anybody who has its address. To begin is a POST: nothing is made by looking. */
export const startPage = openPage('/notify/:area', {
  whenAway: notifyAway,
  async show(visit) {
    const { code, name, tonight } = await publicArea(visit)
    const paths = notifyPaths(code)
    return {
      title: startTitle,
      section: name,
      main: startView({
        areaName: name,
        tonight,
        hidden: visit.formFields,
        paper: paths.paper,
        resume: visit.cookies.read('draft') === null ? null : paths.resume,
      }),
    }
  },
  async post(visit, posted) {
    const { areaId, code } = await publicArea(visit)
    const intake = visit.callAsPortal<IntakeRouter>('intake', areaId)
    const begun = await intake.notificationDraft.begin.mutate({
      areaId,
      visitor: visitorOf(visit),
      key: posted.key,
    })
    await visit.startDraftSession(begun)
    const [first] = presentForm(visit.parts.clock.today()).pages
    const paths = notifyPaths(code)
    return new GoTo(first === undefined ? paths.check : paths.page(first.linkId))
  },
})
