import type { CaseReviewRouter } from '@cdop/case-review/api'
import { mayCodeBlind, PlainDate, Refusal } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { lastEndedYear } from '../../reporting-year/years-to-choose.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { DRAW, readDraw, typedDraw, withdrawn } from './form.ts'
import { doubleCodingTitle, doubleCodingView } from './view.ts'

/** At least one case of each kind of panel, so that none is left out by chance. */
const FEWEST_OF_KIND = 1

/** Which cases are coded twice, and how far that is: a coordinator draws and takes back, a chair codes and settles. */
export const doubleCodingPage = personPage('/double-coding', {
  permission: 'double-coding:read',
  async show(visit, again) {
    const { areaId } = visit
    const [{ rows: meetings }, { samples, codings }, people] = await Promise.all([
      visit.call<CaseReviewRouter>('case-review').panelMeeting.list.query({ areaId }),
      visit.call<FactorAnalysisRouter>('factor-analysis').doubleCoding.list.query({ areaId }),
      visit.people(),
    ])
    const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
    const since = PlainDate.parse(lastEndedYear(visit.parts.clock.today()).start)
    const drew = again?.form.action === DRAW
    return {
      title: doubleCodingTitle,
      backLink: '/panel-agreement',
      main: doubleCodingView({
        meetings,
        samples: samples.map((one) => ({
          ...one,
          drawnBy: names.get(one.drawnBy) ?? 'a colleague who has left',
        })),
        codings,
        mayArrange: visit.mayDo('double-coding:arrange'),
        mayCode: mayCodeBlind(visit.actor),
        mayAdjudicate: visit.mayDo('double-coding:adjudicate'),
        hidden: visit.formFields,
        typed: drew
          ? typedDraw(again.form)
          : { meeting: '', agreedFrom: datePartsOf(since), percent: '10', fewest: '5' },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    if (!visit.mayDo('double-coding:arrange')) throw new Refusal('forbidden')
    const { areaId } = visit
    const { doubleCoding } = visit.call<FactorAnalysisRouter>('factor-analysis')
    const codingId = withdrawn(posted.action)
    if (codingId !== null) {
      await doubleCoding.withdraw.mutate({ areaId, codingId, key: posted.key })
      return new GoTo('/double-coding')
    }
    if (posted.action !== DRAW) throw new Refusal('unreadable')
    const read = readDraw(typedDraw(posted), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const { meeting: panelMeetingId, ...rule } = read.value
    const drawing = { areaId, panelMeetingId, ...rule, fewestOfKind: FEWEST_OF_KIND, key: posted.key }
    await doubleCoding.draw.mutate(drawing)
    return new GoTo('/double-coding')
  },
})
