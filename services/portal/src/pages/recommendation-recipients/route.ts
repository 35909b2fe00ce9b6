import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { directoryOf, factorAnalysis, recommendationOf } from '../recommendations/services.ts'
import { recommendationsTitle } from '../recommendations/view.ts'
import { readReading, readSending, typedReading, typedSending } from './form.ts'
import { recipientsTitle, recipientsView } from './view.ts'

/** To whom a recommendation was sent, and who said that they read it. */
export const recipientsPage = personPage('/recommendations/:recommendationId/recipients', {
  permission: 'recommendation:read',
  async show(visit, again) {
    const { recommendation, recipients } = await recommendationOf(visit)
    const today = datePartsOf(visit.parts.clock.today())
    const typed = again?.form ?? null
    return {
      title: recipientsTitle,
      section: recommendationsTitle,
      backLink: `/recommendations/${recommendation.recommendationId}`,
      main: recipientsView({
        hidden: visit.formFields,
        recommendation,
        recipients,
        directory: await directoryOf(visit),
        mayWrite: visit.mayDo('recommendation:write'),
        sending: typed?.action === 'send' ? typedSending(typed) : { organisations: [], on: today },
        reading: typed?.action === 'read' ? typedReading(typed) : { organisation: '', readOn: today },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { recommendation, recipients } = await recommendationOf(visit)
    const { recommendationId } = recommendation
    const of = { areaId: visit.areaId, recommendationId, key: form.key }
    const today = visit.parts.clock.today()
    if (form.action === 'read') {
      const read = readReading(typedReading(form), recipients, today)
      if (!read.ok) return new Problems(read.errors)
      const { organisation: organisationId, readOn: on } = read.value
      await factorAnalysis(visit).recommendation.acknowledge.mutate({ ...of, organisationId, on })
    } else {
      const read = readSending(typedSending(form), await directoryOf(visit), today)
      if (!read.ok) return new Problems(read.errors)
      await factorAnalysis(visit).recommendation.send.mutate({ ...of, ...read.value })
    }
    return new GoTo(`/recommendations/${recommendationId}/recipients`)
  },
})
