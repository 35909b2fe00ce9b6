import { Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { readFallback, readTurn, type TypedTurn, turnIdOf, typedFallback, typedTurn } from './form.ts'
import { turnView } from './turn-view.ts'
import { rotaView } from './view.ts'

const noDate = { day: '', month: '', year: '' }
const noTurn: TypedTurn = {
  part: '',
  name: '',
  email: '',
  phone: '',
  webhook: '',
  fromOn: noDate,
  fromTime: '',
  untilOn: noDate,
  untilTime: '',
}

/** Who is on call. Coordinators keep it; those it pages may look. */
const rotaPage = personPage('/rota', {
  permission: 'rota:read',
  async show(visit, again) {
    const { areaId, formFields, parts } = visit
    const rota = await visit.call<IntakeRouter>('intake').rota.read.query({ areaId })
    const kept = rota.fallback ?? { name: '', email: '' }
    return {
      title: 'On-call rota',
      section: 'Joint agency responses',
      backLink: '/responses',
      main: rotaView({
        ...rota,
        hidden: formFields,
        now: parts.clock.now(),
        mayKeep: visit.mayDo('rota:write'),
        typed: again === null || again.form.action === 'end' ? kept : typedFallback(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    if (!visit.mayDo('rota:write')) throw new Refusal('forbidden')
    const { rota } = visit.call<IntakeRouter>('intake')
    const change = { areaId: visit.areaId, key: form.key }
    if (form.action === 'end') {
      const turnId = turnIdOf(form)
      if (!turnId.success) throw new Refusal('not-found')
      await rota.end.mutate({ ...change, turnId: turnId.data })
    } else {
      const read = readFallback(form)
      if (!read.ok) return new Problems(read.errors)
      await rota.setFallback.mutate({ ...change, ...read.value })
    }
    return new GoTo('/rota')
  },
})

/** What is wrong with a turn that only the rota itself can know, beside the field it is about. */
const mistakes: Readonly<Record<string, { text: string; href: string }>> = {
  'dates-out-of-order': {
    text: 'The turn must end in the future and last two months at most',
    href: '#untilOn-day',
  },
  'invalid-answers': {
    text: 'Enter a web address that begins with https://, or leave it empty',
    href: '#webhook',
  },
}

const turnPage = personPage('/rota/new', {
  permission: 'rota:write',
  show: ({ formFields }, again) => ({
    title: 'Put somebody on call',
    section: 'Joint agency responses',
    backLink: '/rota',
    main: turnView(formFields, again === null ? noTurn : typedTurn(again.form), again?.errors ?? []),
  }),
  async post(visit, form) {
    const read = readTurn(form)
    if (!read.ok) return new Problems(read.errors)
    try {
      await visit.call<IntakeRouter>('intake').rota.add.mutate({
        areaId: visit.areaId,
        key: form.key,
        ...read.value,
      })
    } catch (thrown) {
      const mistake = thrown instanceof Refusal ? mistakes[thrown.code] : undefined
      if (mistake === undefined) throw thrown
      return new Problems([mistake])
    }
    return new GoTo('/rota')
  },
})

export const rotaPages: readonly PageRoute[] = [rotaPage, turnPage]
