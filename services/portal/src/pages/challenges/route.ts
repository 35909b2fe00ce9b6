import { type PageRoute, personPage } from '../../page/page-route.ts'
import { challengePage } from '../challenge/route.ts'
import { newChallengePage } from '../challenge-new/route.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { challengesTitle, challengesView } from './view.ts'

/** What the independent scrutineer questions, and how far its answers are. */
const challengesPage = personPage('/challenges', {
  permission: 'challenge:read',
  place: {
    text: challengesTitle,
    says: 'Follow what the independent scrutineer questions, and what is answered.',
  },
  async show(visit) {
    const found = await factorAnalysis(visit).challenge.list.query({ areaId: visit.areaId })
    return {
      title: challengesTitle,
      main: challengesView({ ...found, mayRaise: visit.mayDo('challenge:raise') }),
    }
  },
})

/** The challenge log. Of two paths that fit, the first answers. */
export const challengePages: readonly PageRoute[] = [challengesPage, newChallengePage, challengePage]
