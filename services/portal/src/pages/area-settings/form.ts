import { AreaSettings, PhoneNumber, type TonightContact, type TonightContacts } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { tonightWords } from '../../tonight/tonight-words.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

const Version = z.coerce.number().pipe(z.int().min(0)).catch(0)

/** The version a form was made from, as its page wrote it. */
export const madeFromOf = (form: PostedForm): number => Version.parse(form.text('version'))

export type TypedContacts = Readonly<Record<TonightContact, string>>

export const typedContacts = (form: PostedForm): TypedContacts => ({
  'on-call-lead': form.text('on-call-lead').trim(),
  police: form.text('police').trim(),
  'childrens-duty-team': form.text('childrens-duty-team').trim(),
  coroner: form.text('coroner').trim(),
})

/** As they stand in the form when nobody has typed yet. */
export const contactsAsTyped = (contacts: TonightContacts): TypedContacts => ({
  'on-call-lead': contacts['on-call-lead'] ?? '',
  police: contacts.police ?? '',
  'childrens-duty-team': contacts['childrens-duty-team'] ?? '',
  coroner: contacts.coroner ?? '',
})

/** A number that may be left empty: then the page says to ask the switchboard. */
const number = (contact: TonightContact) =>
  z
    .string()
    .refine((typed) => typed === '' || PhoneNumber.safeParse(typed).success, {
      message: `${tonightWords[contact]}: enter a phone number, like 01632 960 001`,
    })
    .transform((typed) => (typed === '' ? null : typed))

const ContactsForm = z.strictObject({
  'on-call-lead': number('on-call-lead'),
  police: number('police'),
  'childrens-duty-team': number('childrens-duty-team'),
  coroner: number('coroner'),
})

export const readContacts = (form: PostedForm) => readTyped(ContactsForm, typedContacts(form))

export type TypedTimes = Readonly<Record<keyof AreaSettings, string>>

export const typedTimes = (form: PostedForm): TypedTimes => ({
  notifyWithinHours: form.text('notifyWithinHours').trim(),
  tellNationalWithinHours: form.text('tellNationalWithinHours').trim(),
  pageDeputyAfterMinutes: form.text('pageDeputyAfterMinutes').trim(),
  childLivedRecordMonths: form.text('childLivedRecordMonths').trim(),
  sceneVisitWithinHours: form.text('sceneVisitWithinHours').trim(),
  planWithinWorkingDays: form.text('planWithinWorkingDays').trim(),
})

export const timesAsTyped = (settings: AreaSettings): TypedTimes => ({
  notifyWithinHours: String(settings.notifyWithinHours),
  tellNationalWithinHours: String(settings.tellNationalWithinHours),
  pageDeputyAfterMinutes: String(settings.pageDeputyAfterMinutes),
  childLivedRecordMonths: String(settings.childLivedRecordMonths),
  sceneVisitWithinHours: String(settings.sceneVisitWithinHours),
  planWithinWorkingDays: String(settings.planWithinWorkingDays),
})

/** A whole number within the bounds the domain gives it. */
const whole = (field: keyof AreaSettings, mistake: string) =>
  z
    .string()
    .refine(
      (typed) => /^\d{1,4}$/.test(typed) && AreaSettings.shape[field].safeParse(Number(typed)).success,
      {
        message: mistake,
      },
    )
    .transform(Number)

const TimesForm = z.strictObject({
  notifyWithinHours: whole(
    'notifyWithinHours',
    'Hours to notify a death must be a whole number from 1 to 168',
  ),
  tellNationalWithinHours: whole(
    'tellNationalWithinHours',
    'Hours to tell the national database must be a whole number from 1 to 168',
  ),
  pageDeputyAfterMinutes: whole(
    'pageDeputyAfterMinutes',
    'Minutes before the deputy is paged must be a whole number from 2 to 120',
  ),
  childLivedRecordMonths: whole(
    'childLivedRecordMonths',
    'Months a response is kept if the child lived must be a whole number from 1 to 120',
  ),
  sceneVisitWithinHours: whole(
    'sceneVisitWithinHours',
    'Hours to visit the home or scene must be a whole number from 1 to 168',
  ),
  planWithinWorkingDays: whole(
    'planWithinWorkingDays',
    'Working days to the planning meeting must be a whole number from 1 to 10',
  ),
})

export const readTimes = (form: PostedForm) => readTyped(TimesForm, typedTimes(form))
