import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { learningOf } from '../learning/services.ts'
import { learningTitle } from '../learning/view.ts'
import { namesIn } from '../recommendation/route.ts'
import { readReading, readSending, typedReading, typedSending } from '../recommendation-recipients/form.ts'
import { directoryOf, factorAnalysis } from '../recommendations/services.ts'
import { learningPointView } from './view.ts'

/** One learning point, to whom it was sent, and who said that they read it. */
export const learningPointPage = personPage('/learning/:learningId', {
  permission: 'learning:read',
  async show(visit, again) {
    const found = await learningOf(visit)
    const [nameOf, directory] = await Promise.all([namesIn(visit), directoryOf(visit)])
    const today = visit.parts.clock.today()
    const typed = again?.form ?? null
    const now = datePartsOf(today)
    return {
      title: `Learning point ${found.learning.reference}`,
      section: learningTitle,
      backLink: '/learning',
      main: learningPointView({
        ...found,
        hidden: visit.formFields,
        directory,
        nameOf,
        today,
        maySend: visit.mayDo('learning:send'),
        sending: typed?.action === 'send' ? typedSending(typed) : { organisations: [], on: now },
        reading: typed?.action === 'read' ? typedReading(typed) : { organisation: '', readOn: now },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { learning, recipients } = await learningOf(visit)
    const { learningId } = learning
    const of = { areaId: visit.areaId, learningId, key: form.key }
    const today = visit.parts.clock.today()
    if (form.action === 'read') {
      const read = readReading(typedReading(form), recipients, today)
      if (!read.ok) return new Problems(read.errors)
      const { organisation: organisationId, readOn: on } = read.value
      await factorAnalysis(visit).learning.acknowledge.mutate({ ...of, organisationId, on })
    } else {
      const read = readSending(typedSending(form), await directoryOf(visit), today)
      if (!read.ok) return new Problems(read.errors)
      await factorAnalysis(visit).learning.send.mutate({ ...of, ...read.value })
    }
    return new GoTo(`/learning/${learningId}`)
  },
})
