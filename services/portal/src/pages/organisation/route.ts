import type { CaseReviewRouter } from '@cdop/case-review/api'
import { OrganisationContactId, OrganisationId, type PlainDate, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { noDate, readDetails, type TypedDetails, typedDetails } from '../organisations/form.ts'
import { organisationsTitle } from '../organisations/view.ts'
import { noContact, noRename, readContact, readRename, typedContact, typedRename } from './form.ts'
import { organisationView } from './view.ts'

function placeOf(visit: PersonVisit) {
  const asked = OrganisationId.safeParse(visit.param('organisationId'))
  if (!asked.success) throw new Refusal('not-found')
  return { areaId: visit.areaId, organisationId: asked.data }
}

const directory = (visit: PersonVisit) => visit.call<CaseReviewRouter>('case-review').organisation

type Known = {
  kind: string
  email: string
  odsCode: string | null
  gssCode: string | null
  activeFrom: PlainDate | null
  activeTo: PlainDate | null
}

/** What is known, as it stands in the fields. */
function asTyped({ kind, email, odsCode, gssCode, activeFrom, activeTo }: Known): TypedDetails {
  const parts = (date: PlainDate | null) => (date === null ? noDate : datePartsOf(date))
  return {
    kind,
    email,
    odsCode: odsCode ?? '',
    gssCode: gssCode ?? '',
    activeFrom: parts(activeFrom),
    activeTo: parts(activeTo),
  }
}

function versionOf(form: PostedForm): number {
  const version = Number(form.text('version'))
  if (!Number.isInteger(version) || version < 1) throw new Refusal('unreadable')
  return version
}

/** Does what the pressed button says. Answers the mistakes of its form, if it has any. */
async function change(visit: PersonVisit, form: PostedForm): Promise<Problems | null> {
  const place = { ...placeOf(visit), key: form.key }
  if (form.action === 'rename') {
    const read = readRename(typedRename(form))
    if (!read.ok) return new Problems(read.errors)
    await directory(visit).rename.mutate({ ...place, version: versionOf(form), ...read.value })
  } else if (form.action === 'change') {
    const read = readDetails(typedDetails(form))
    if (!read.ok) return new Problems(read.errors)
    await directory(visit).change.mutate({ ...place, version: versionOf(form), ...read.value })
  } else if (form.action === 'add-contact') {
    const read = readContact(typedContact(form))
    if (!read.ok) return new Problems(read.errors)
    await directory(visit).addContact.mutate({ ...place, ...read.value })
  } else if (form.action === 'end-contact') {
    const contact = OrganisationContactId.safeParse(form.text('contactId'))
    if (!contact.success) throw new Refusal('unreadable')
    await directory(visit).endContact.mutate({ ...place, contactId: contact.data })
  } else throw new Refusal('unreadable')
  return null
}

/** One organisation of the directory: its names, codes, dates and contacts. */
export const organisationPage = personPage('/organisations/:organisationId', {
  permission: 'organisation:read',
  async show(visit, again) {
    const read = await directory(visit).read.query(placeOf(visit))
    const typedIn = (action: string) => (again?.form.action === action ? again.form : null)
    const [renamed, changed, contact] = ['rename', 'change', 'add-contact'].map(typedIn)
    return {
      title: 'Organisation',
      section: organisationsTitle,
      backLink: '/organisations',
      main: organisationView({
        hidden: visit.formFields,
        ...read,
        mayWrite: visit.mayDo('organisation:write'),
        typed: {
          rename: renamed ? typedRename(renamed) : noRename,
          details: changed ? typedDetails(changed) : asTyped(read.organisation),
          contact: contact ? typedContact(contact) : noContact,
        },
        errors: again?.errors ?? [],
        today: visit.parts.clock.today(),
      }),
    }
  },
  async post(visit, form) {
    if (!visit.mayDo('organisation:write')) throw new Refusal('forbidden')
    const wrong = await change(visit, form)
    return wrong ?? new GoTo(`/organisations/${placeOf(visit).organisationId}`)
  },
})
