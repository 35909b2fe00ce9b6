import { ChallengeId, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { challengesTitle } from '../challenges/view.ts'
import { drawnFrom, namesIn } from '../recommendation/route.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { readJudgement, readWords } from './form.ts'
import { challengeView } from './view.ts'

/** The challenge a path means. @throws Refusal `not-found` when it can be none */
async function challengeOf(visit: PersonVisit) {
  const asked = ChallengeId.safeParse(visit.param('challengeId'))
  if (!asked.success) throw new Refusal('not-found')
  const { areaId } = visit
  return factorAnalysis(visit).challenge.read.query({ areaId, challengeId: asked.data })
}

/** One challenge: everything that was said, and what can be said next. */
export const challengePage = personPage('/challenges/:challengeId', {
  permission: 'challenge:read',
  async show(visit, again) {
    const [found, nameOf] = await Promise.all([challengeOf(visit), namesIn(visit)])
    const { state, reference } = found.challenge
    return {
      title: `Challenge ${reference}`,
      section: challengesTitle,
      backLink: '/challenges',
      main: challengeView({
        ...found,
        hidden: visit.formFields,
        nameOf,
        mayAnswer: state === 'open' && visit.mayDo('challenge:answer'),
        mayJudge: state === 'answered' && visit.mayDo('challenge:raise'),
        typed: { judged: again?.form.text('judged') ?? '', words: again?.form.text('words') ?? '' },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { challenge } = await challengeOf(visit)
    const { challengeId } = challenge
    const { challenge: calls } = factorAnalysis(visit)
    const of = { areaId: visit.areaId, challengeId, version: drawnFrom(form), key: form.key }
    if (form.action === 'answer') {
      const read = readWords(form.text('words'), 'Enter an answer')
      if (!read.ok) return new Problems(read.errors)
      await calls.answer.mutate({ ...of, words: read.value.words })
    } else {
      const read = readJudgement({ judged: form.text('judged'), words: form.text('words') })
      if (!read.ok) return new Problems(read.errors)
      const { judged, words } = read.value
      if (judged === 'accept') await calls.accept.mutate({ ...of, words: words === '' ? null : words })
      else await calls.press.mutate({ ...of, words })
    }
    return new GoTo(`/challenges/${challengeId}`)
  },
})
