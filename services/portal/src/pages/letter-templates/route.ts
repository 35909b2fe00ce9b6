import { defaultLetters, ENGLISH, LetterLanguage, LetterStage, Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { letterStageWords } from '../../wording/letter-words.ts'
import { madeFromOf } from '../area-settings/form.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { readTemplate, typedTemplate } from './form.ts'
import { templatesView, templateView } from './view.ts'

async function templatesOf(visit: PersonVisit) {
  return (await caseReview(visit).letter.templates.query({ areaId: visit.areaId })).templates
}

const place = {
  text: 'Letters to families',
  says: 'Change the words that letters to parents begin with, at each stage.',
}

const templatesPage = personPage('/letter-templates', {
  permission: 'letter-template:write',
  place,
  async show(visit) {
    return { title: place.text, main: templatesView(await templatesOf(visit)) }
  },
})

/** @throws Refusal `not-found` */
function stageOf(visit: PersonVisit): LetterStage {
  const read = LetterStage.safeParse(visit.query('stage'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

function shownLanguage(visit: PersonVisit): LetterLanguage {
  const read = LetterLanguage.safeParse(visit.query('language'))
  return read.success ? read.data : ENGLISH
}

const templatePage = personPage('/letter-templates/change', {
  permission: 'letter-template:write',
  async show(visit, again) {
    const stage = stageOf(visit)
    const [all, people] = await Promise.all([templatesOf(visit), visit.people()])
    const own = all.filter((one) => one.stage === stage)
    const language = shownLanguage(visit)
    const versions = own.filter((one) => one.language === language)
    const put = versions.find(({ version }) => String(version) === visit.query('version')) ?? versions[0]
    const begun = visit.query('version') === '0' ? undefined : put
    const typed = again
      ? typedTemplate(again.form)
      : {
          language,
          wording: begun?.wording ?? defaultLetters[stage],
          validFrom: datePartsOf(visit.parts.clock.today()),
        }
    const typedLanguage = LetterLanguage.safeParse(typed.language)
    const ofTyped = own.filter((one) => typedLanguage.success && one.language === typedLanguage.data)
    return {
      title: letterStageWords[stage],
      section: place.text,
      backLink: '/letter-templates',
      main: templateView({
        stage,
        versions: ofTyped,
        languages: [...new Set([ENGLISH, ...own.map((one) => one.language)])],
        names: new Map(people.map(({ personId, displayName }) => [personId, displayName])),
        hidden: visit.formFields,
        version: again ? madeFromOf(again.form) : (versions[0]?.version ?? 0),
        typed,
        preview: again?.form.action === 'preview',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const stage = stageOf(visit)
    if (form.action === 'preview') return new Problems([])
    const read = readTemplate(typedTemplate(form), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const { language } = read.value
    // Another language was typed than the one shown: it is begun, unless the area has it already.
    const version = shownLanguage(visit) === language ? madeFromOf(form) : 0
    const change = { areaId: visit.areaId, key: form.key, stage, version, ...read.value }
    await caseReview(visit).letter.saveTemplate.mutate(change)
    return new GoTo('/letter-templates')
  },
})

export const letterTemplatePages: readonly PageRoute[] = [templatesPage, templatePage]
