import { type PageRoute, personPage } from '../../page/page-route.ts'
import { newLearningPage } from '../learning-new/route.ts'
import { learningPointPage } from '../learning-point/route.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { learningTitle, learningView } from './view.ts'

/** Everything that was learnt in the area. */
const learningPage = personPage('/learning', {
  permission: 'learning:read',
  place: { text: learningTitle, says: 'Issue what was learnt at any stage of a review, and see who got it.' },
  async show(visit) {
    const { rows } = await factorAnalysis(visit).learning.list.query({ areaId: visit.areaId })
    return { title: learningTitle, main: learningView({ rows, mayIssue: visit.mayDo('learning:issue') }) }
  },
})

/** The pages of learning points. Of two paths that fit, the first answers. */
export const learningPages: readonly PageRoute[] = [learningPage, newLearningPage, learningPointPage]
