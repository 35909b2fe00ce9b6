import { type PageRoute, personPage } from '../../page/page-route.ts'
import { recommendationPage } from '../recommendation/route.ts'
import { actionPage, newActionPage } from '../recommendation-action/route.ts'
import { effectPage } from '../recommendation-effect/route.ts'
import { figureOfReleasePage } from '../recommendation-figure/route.ts'
import { recipientsPage } from '../recommendation-recipients/route.ts'
import { changeRecommendationPage, newRecommendationPage } from '../recommendation-write/route.ts'
import { choiceOf } from './choice.ts'
import { directoryOf, factorAnalysis } from './services.ts'
import { recommendationsTitle, recommendationsView } from './view.ts'

/** The tracker: every recommendation of the area, what is overdue first. */
const recommendationsPage = personPage('/recommendations', {
  permission: 'recommendation:read',
  place: { text: recommendationsTitle, says: 'Follow what was recommended, and what came of it.' },
  async show(visit) {
    const choice = choiceOf(visit)
    const [found, directory] = await Promise.all([
      factorAnalysis(visit).recommendation.list.query({ areaId: visit.areaId, filter: choice }),
      directoryOf(visit),
    ])
    return {
      title: recommendationsTitle,
      main: recommendationsView({
        ...found,
        choice,
        directory,
        today: visit.parts.clock.today(),
        mayWrite: visit.mayDo('recommendation:write'),
      }),
    }
  },
})

/** The pages of recommendations. Of two paths that fit, the first answers. */
export const recommendationPages: readonly PageRoute[] = [
  recommendationsPage,
  newRecommendationPage,
  recommendationPage,
  changeRecommendationPage,
  effectPage,
  figureOfReleasePage,
  recipientsPage,
  newActionPage,
  actionPage,
]
