import { ChallengeSubject, Refusal } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { subjectPath, subjectWords } from '../../wording/challenge-words.ts'
import { readWords } from '../challenge/form.ts'
import { challengesTitle } from '../challenges/view.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { newChallengeTitle, newChallengeView } from './view.ts'

/** What an address asks to be questioned: the area, unless it names something. @throws Refusal `not-found` */
function subjectAsked({ query }: PersonVisit): ChallengeSubject {
  const recommendationId = query('recommendation')
  const actionId = query('action')
  const releaseId = query('release')
  const asked =
    releaseId !== ''
      ? { kind: 'release', releaseId }
      : actionId !== ''
        ? { kind: 'action', recommendationId, actionId }
        : recommendationId !== ''
          ? { kind: 'recommendation', recommendationId }
          : { kind: 'area' }
  const read = ChallengeSubject.safeParse(asked)
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** By what it is named. Whatever the area does not have is not found. @throws Refusal `not-found` */
async function nameOf(visit: PersonVisit, subject: ChallengeSubject): Promise<string> {
  const { areaId } = visit
  if (subject.kind === 'release') {
    const { releaseId } = subject
    return (await visit.call<ReportingRouter>('reporting').release.read.query({ areaId, releaseId })).title
  }
  if (subject.kind === 'area') return visit.visitor.area.name
  const { recommendationId } = subject
  const found = await factorAnalysis(visit).recommendation.read.query({ areaId, recommendationId })
  const action =
    subject.kind === 'action' ? found.actions.find((one) => one.actionId === subject.actionId) : null
  if (action === undefined) throw new Refusal('not-found')
  return subjectWords(subject, {
    recommendation: found.recommendation.reference,
    action: action?.number ?? null,
  })
}

/** Questions how the area does, or a recommendation, an action or a release of it. */
export const newChallengePage = personPage('/challenges/new', {
  permission: 'challenge:raise',
  async show(visit, again) {
    const subject = subjectAsked(visit)
    return {
      title: newChallengeTitle,
      section: challengesTitle,
      backLink: subjectPath(subject) ?? '/challenges',
      main: newChallengeView({
        hidden: visit.formFields,
        about: await nameOf(visit, subject),
        words: again?.form.text('words') ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const subject = subjectAsked(visit)
    await nameOf(visit, subject)
    const read = readWords(form.text('words'), 'Enter what you question')
    if (!read.ok) return new Problems(read.errors)
    const raised = { areaId: visit.areaId, subject, words: read.value.words, key: form.key }
    const { challengeId } = await factorAnalysis(visit).challenge.raise.mutate(raised)
    return new GoTo(`/challenges/${challengeId}`)
  },
})
