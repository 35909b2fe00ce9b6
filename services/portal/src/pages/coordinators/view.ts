import type { CasePart, PersonId, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { casePartWords } from '../../wording/assignment-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { PartPerson } from '../case-people/part-people.ts'

type Load = {
  readonly part: CasePart
  readonly personId: PersonId | null
  readonly open: number
  readonly overdue: number
}
type Loan = {
  readonly part: CasePart
  readonly personId: PersonId
  readonly owedTo: PersonId
  readonly backOn: PlainDate
  readonly cases: number
}

export type CoordinatorsModel = {
  readonly loads: readonly Load[]
  readonly loans: readonly Loan[]
  readonly people: Readonly<Record<CasePart, readonly PartPerson[]>>
  readonly nameOf: (personId: PersonId) => string
}

/** Who has how many open cases, which nobody has, and what is lent until when. */
export function coordinatorsView(model: CoordinatorsModel): Html {
  return html`<h1 class="govuk-heading-l">Who has which cases</h1>
${loadTable(model, 'coordinator')}
${loadTable(model, 'designated-doctor')}
<h2 class="govuk-heading-m">Handed over until a day</h2>
${loanTable(model)}`
}

/** Everybody who can have cases, and everybody who has some although they no longer work here. */
function loadTable({ loads, people, nameOf }: CoordinatorsModel, part: CasePart): Html {
  const of = loads.filter((one) => one.part === part)
  const has = new Map(of.flatMap((one) => (one.personId === null ? [] : [[one.personId, one] as const])))
  const here = people[part].map(({ personId }) => personId)
  const everybody = [...here, ...[...has.keys()].filter((personId) => !here.includes(personId))]
  const nobodys = of.find(({ personId }) => personId === null)
  const shown = table({
    caption: casePartWords[part],
    captionClasses: 'govuk-table__caption--m',
    head: [
      { text: 'Who' },
      { text: 'Open cases', format: 'numeric' },
      { text: 'Overdue', format: 'numeric' },
      { text: 'For a leave' },
    ],
    rows: [
      ...everybody.map((personId) => {
        const { open, overdue } = has.get(personId) ?? { open: 0, overdue: 0 }
        const name = nameOf(personId)
        return [
          { html: part === 'coordinator' ? casesLink(personId, name) : html`${name}` },
          { text: open, format: 'numeric' as const },
          { text: overdue, format: 'numeric' as const },
          { html: open === 0 ? html`Nothing to hand over` : handOverLink(part, personId, name) },
        ]
      }),
      [
        { html: part === 'coordinator' ? casesLink('nobody', 'Nobody yet') : html`Nobody` },
        { text: nobodys?.open ?? 0, format: 'numeric' as const },
        { text: nobodys?.overdue ?? 0, format: 'numeric' as const },
        { text: 'Nothing to hand over' },
      ],
    ],
  })
  return scrollRegion(`${casePartWords[part]}: who has how many cases`, shown)
}

function casesLink(owner: string, text: string): Html {
  return html`<a class="govuk-link" href="/cases?view=all&amp;sort=most-overdue&amp;owner=${owner}">${text}</a>`
}

function handOverLink(part: CasePart, personId: PersonId, name: string): Html {
  return html`<a class="govuk-link" href="/coordinators/handover?part=${part}&amp;from=${personId}">Hand over<span
class="govuk-visually-hidden"> the cases of ${name}</span></a>`
}

function loanTable({ loans, nameOf }: CoordinatorsModel): Html {
  if (loans.length === 0) return html`<p class="govuk-body">No case is with somebody else for a while.</p>`
  const shown = table({
    caption: 'Cases that go back by themselves',
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Whose' }, { text: 'With' }, { text: 'Until' }, { text: 'Cases', format: 'numeric' }],
    rows: loans.map(({ owedTo, personId, backOn, cases }) => [
      { text: nameOf(owedTo) },
      { text: nameOf(personId) },
      { text: writtenDate(backOn) },
      { text: cases, format: 'numeric' as const },
    ]),
  })
  return scrollRegion('Cases that go back by themselves', shown)
}
