import { Refusal } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readRound, typedRound } from './form.ts'
import { calibrationTitle, calibrationView } from './view.ts'

const blankRound = { cases: [], closesOn: { day: '', month: '', year: '' } }

/** The invented cases, how far one is with them, and for coordinator and chair who has taken part. */
export const calibrationPage = personPage('/calibration', {
  permission: 'calibration:read',
  place: { text: calibrationTitle, says: 'Code cases nobody lived, alone, and see what was intended.' },
  async show(visit, again) {
    const { areaId } = visit
    const { calibration } = visit.call<FactorAnalysisRouter>('factor-analysis')
    const follows = visit.mayDo('calibration:follow')
    const [{ cases, rounds }, takers, people] = await Promise.all([
      calibration.list.query({ areaId }),
      follows ? calibration.takers.query({ areaId }) : null,
      visit.people(),
    ])
    const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
    return {
      title: calibrationTitle,
      main: calibrationView({
        cases,
        rounds,
        takers:
          takers?.map(({ personId, finished }) => ({
            name: names.get(personId) ?? 'A colleague who has left',
            finished,
          })) ?? null,
        today: visit.parts.clock.today(),
        mayCode: visit.mayDo('calibration:code'),
        mayArrange: visit.mayDo('calibration:arrange'),
        hidden: visit.formFields,
        typed: again === null ? blankRound : typedRound(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    if (!visit.mayDo('calibration:arrange')) throw new Refusal('forbidden')
    const read = readRound(typedRound(posted))
    if (!read.ok) return new Problems(read.errors)
    const { cases, closesOn } = read.value
    const caseKeys = [...cases]
    const { calibration } = visit.call<FactorAnalysisRouter>('factor-analysis')
    await calibration.openRound.mutate({ areaId: visit.areaId, caseKeys, closesOn, key: posted.key })
    return new GoTo('/calibration')
  },
})
