import { describe, expect, test } from 'vitest'
import type { CompiledForm } from './compiled-form.ts'
import { FormVersionError, formInForce, formVersion } from './form-version.ts'
import { NOTIFICATION_FORM, statutoryForms } from './statutory-forms.ts'

const present = formInForce(statutoryForms, NOTIFICATION_FORM, '2026-05-01')
const url = NOTIFICATION_FORM

function version(name: string, from: string, to?: string): CompiledForm {
  return { ...present, version: name, effective: { from, ...(to === undefined ? {} : { to }) } }
}

const old = version('2019-04-01', '2019-04-01', '2021-03-31')
const current = version('2021-04-01', '2021-04-01')

describe('versions of a form', () => {
  test.each([
    ['2019-04-01', '2019-04-01'],
    ['2021-03-31', '2019-04-01'],
    ['2021-04-01', '2021-04-01'],
    ['2030-01-01', '2021-04-01'],
  ])('on %s the version asked is %s', (on, expected) => {
    expect(formInForce([current, old], url, on).version).toBe(expected)
  })

  test('there is none before the first or for another form', () => {
    expect(() => formInForce([old, current], url, '2019-03-31')).toThrow(FormVersionError)
    expect(() => formInForce([old, current], 'https://cdop.example/other', '2022-01-01')).toThrow(
      FormVersionError,
    )
  })

  test('two may not be in force on the same day', () => {
    const late = version('2021-03-31', '2021-03-31')
    expect(() => formInForce([old, late], url, '2020-01-01')).toThrow('in force at the same time')
    expect(() => formInForce([version('2018-04-01', '2018-04-01'), old], url, '2020-01-01')).toThrow(
      FormVersionError,
    )
  })

  test('an old answer is read with the version it was given to', () => {
    expect(formVersion([old, current], url, '2019-04-01')).toBe(old)
    expect(() => formVersion([old, current], url, '2020-04-01')).toThrow(FormVersionError)
  })
})
