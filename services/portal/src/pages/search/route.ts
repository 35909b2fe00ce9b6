import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { type Found, findSearch, saveSearch } from '../../search/search-store.ts'
import { later } from '../../session/open-session.ts'
import { newToken, tokenHash } from '../../session/token.ts'
import { readSearch } from './form.ts'
import { foundChildren } from './found-children.ts'
import { resultsTitle, resultsView, searchTitle, searchView } from './view.ts'

/** Milliseconds for which what was found can be come back to. */
const KEPT = 30 * 60_000

/** Finds a child by name or number. What is typed is posted; the address of the results is a random word. */
export const searchPage = personPage('/search', {
  permission: 'identity:search',
  place: { text: 'Search', says: 'Find a child by name, NHS number or case reference.', daily: true },
  show: (visit, again) => ({
    title: searchTitle,
    main: searchView({
      hidden: visit.formFields,
      typed: again?.form.text('typed') ?? '',
      errors: again?.errors ?? [],
    }),
  }),
  async post(visit, form) {
    const read = readSearch(form)
    if (!read.ok) return new Problems(read.errors)
    const { areaId, actor, parts } = visit
    const { found } = await visit
      .call<IntakeRouter>('intake')
      .identity.search.query({ areaId, typed: read.value.typed })
    const token = newToken()
    const at = parts.clock.now()
    await parts.database.transaction(actor, (tx) =>
      saveSearch(tx, { areaId, personId: actor.personId, tokenHash: tokenHash(token) }, found, {
        at,
        expiresAt: later(at, KEPT),
      }),
    )
    return new GoTo(`/search/${token}`)
  },
})

/** What the search of this address found, when it was this person's and is not over. */
async function foundBy(visit: PersonVisit): Promise<Found> {
  const { areaId, actor, parts } = visit
  const whose = { areaId, personId: actor.personId, tokenHash: tokenHash(visit.param('search')) }
  const found = await parts.database.transaction(actor, (tx) => findSearch(tx, whose, parts.clock.now()))
  if (found === null) throw new Refusal('not-found')
  return found
}

/** What a search found, decided anew each time it is shown: whoever declares a conflict meanwhile sees the case no more. */
export const searchResultsPage = personPage('/search/:search', {
  permission: 'identity:search',
  async show(visit) {
    const children = await foundChildren(visit, await foundBy(visit))
    return {
      title: resultsTitle,
      section: searchTitle,
      backLink: '/search',
      main: resultsView({ children, mayCompare: visit.mayDo('duplicate-review:decide') }),
    }
  },
})
