import type { CaseReviewRouter } from '@cdop/case-review/api'
import { z } from 'zod'
import { writtenTime } from '../../layout/written-time.ts'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { chasingAsTyped, readChasing, typedChasing } from './form.ts'
import { changeChasingView, chasingTitle, chasingView } from './view.ts'

const chasing = (visit: PersonVisit) => visit.call<CaseReviewRouter>('case-review').chasing

/** How agencies are chased: what leaves next, by which steps, and who decided it. */
const chasingPage = personPage('/chasing', {
  permission: 'information-request:send',
  place: {
    text: chasingTitle,
    says: 'See what leaves next, and change the steps and the words of your area.',
  },
  async show(visit) {
    const { versions, on, mails } = await chasing(visit).read.query({ areaId: visit.areaId })
    const people = versions.flatMap(({ changedBy }) => (changedBy === null ? [] : [changedBy]))
    const names = await displayNames(visit.parts.database.sql, [...new Set(people)])
    const madeBy = (version: number): string => {
      const made = versions.find((one) => one.version === version)
      if (made === undefined || made.changedBy === null || made.changedAt === null) return 'The default'
      const who = names.get(made.changedBy) ?? 'a colleague who has left'
      return `Changed by ${who} on ${writtenTime(new Date(made.changedAt))}`
    }
    const today = visit.parts.clock.today()
    return { title: chasingTitle, main: chasingView({ on, mails, versions, madeBy, today }) }
  },
})

const Version = z.coerce.number().pipe(z.int().min(0)).catch(0)

const changePage = personPage('/chasing/change', {
  permission: 'information-request:send',
  async show(visit, again) {
    const { versions } = await chasing(visit).read.query({ areaId: visit.areaId })
    const [newest] = versions
    if (newest === undefined) throw new Error('the default is always there')
    const begin = versions.find(({ version }) => String(version) === visit.query('version')) ?? newest
    return {
      title: 'Steps and words',
      section: chasingTitle,
      backLink: '/chasing',
      main: changeChasingView({
        hidden: visit.formFields,
        version: newest.version,
        typed: again ? typedChasing(again.form) : chasingAsTyped(begin.settings, visit.parts.clock.today()),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readChasing(typedChasing(form), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const version = Version.parse(form.text('version'))
    await chasing(visit).set.mutate({ areaId: visit.areaId, version, key: form.key, ...read.value })
    return new GoTo('/chasing')
  },
})

export const chasingPages: readonly PageRoute[] = [chasingPage, changePage]
