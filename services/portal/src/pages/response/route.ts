import { type CaseId, Refusal, ResponseId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, type Posted, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { askedWithheld } from '../response-record/withheld-from.ts'
import { noDecision, readDecision, readJoining, typedDecision, versionOf } from './form.ts'
import { responsePath, responseView } from './view.ts'

/** The response a path means. @throws Refusal `not-found` when it can be none */
function responseIdOf(visit: Pick<PersonVisit, 'param'>): ResponseId {
  const read = ResponseId.safeParse(visit.param('responseId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** What was pressed. Each does one thing, and the next GET shows the truth. */
async function act(
  visit: PersonVisit,
  form: PostedForm,
  { responseId, withheld }: { responseId: ResponseId; withheld: CaseId[] | null },
): Promise<Posted> {
  const { response } = visit.call<IntakeRouter>('intake')
  const { areaId } = visit
  const change = { areaId, responseId, withheld, key: form.key }
  const back = new GoTo(responsePath(responseId))
  switch (form.action) {
    case 'identify':
      // The same page again, with who the child is on it: nothing of that stands in the address.
      return new Problems([])
    case 'acknowledge':
      await response.acknowledge.mutate(change)
      return back
    case 'lived':
      await response.recordChildLived.mutate({ areaId, responseId, key: form.key, version: versionOf(form) })
      return back
    case 'join': {
      const read = readJoining(form)
      if (!read.ok) return new Problems(read.errors)
      const { notification: notificationId } = read.value
      await response.joinNotification.mutate({ ...change, version: versionOf(form), notificationId })
      return back
    }
    default: {
      const read = readDecision(form, visit.parts.clock)
      if (!read.ok) return new Problems(read.errors)
      try {
        await response.decide.mutate({ ...change, version: versionOf(form), ...read.value })
      } catch (thrown) {
        if (!(thrown instanceof Refusal) || thrown.code !== 'dates-out-of-order') throw thrown
        const text = 'The time this was decided must be on or after the day of the death'
        return new Problems([{ text, href: '#decidedTime' }])
      }
      return back
    }
  }
}

/** One joint agency response: the page a mail leads to. It fits a phone and needs no second page. */
export const responsePage = personPage('/responses/:responseId', {
  permission: 'response:read',
  async show(visit, again) {
    const responseId = responseIdOf(visit)
    const { response } = visit.call<IntakeRouter>('intake')
    const [[found, question], people] = await Promise.all([
      askedWithheld(visit, async (withheld) => {
        const asked = { areaId: visit.areaId, responseId, withheld }
        return [await response.read.query(asked), asked] as const
      }),
      visit.people(),
    ])
    const mayIdentify = visit.mayDo('response:identify')
    const mayFollow = visit.mayDo('response:follow')
    const identifying = mayIdentify && again?.form.action === 'identify'
    const names = new Map(people.map(({ personId, displayName }) => [String(personId), displayName]))
    return {
      title: 'Joint agency response',
      section: 'Joint agency responses',
      backLink: '/responses',
      main: responseView({
        hidden: visit.formFields,
        response: found,
        nameOf: (personId) => names.get(personId) ?? 'a colleague who has left',
        mayDecide: visit.mayDo('response:decide'),
        mayWrite: visit.mayDo('response:write'),
        mayFollow,
        mayIdentify,
        identified: identifying ? await response.identify.query(question) : null,
        candidates:
          mayFollow && found.state === 'started-before-death'
            ? await response.candidates.query(question)
            : [],
        typed: again === null || identifying ? noDecision : typedDecision(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  post(visit, form) {
    const responseId = responseIdOf(visit)
    return askedWithheld(visit, (withheld) => act(visit, form, { responseId, withheld }))
  },
})
