import { Refusal } from '@cdop/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from './posted-form.ts'

/** Text of any characters but NUL, lone surrogates too. */
const anyText = fc
  .array(fc.integer({ min: 1, max: 0x10ffff }), { maxLength: 20 })
  .map((points) => String.fromCodePoint(...points))

const codeOf = (body: string) => {
  try {
    readForm(body)
    return 'taken'
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.code : 'broke'
  }
}

describe('a posted form', () => {
  test('is read as the browser sent it, whatever was typed', () => {
    const typed = anyText.map((text) => text.toWellFormed().replaceAll('\r', ''))
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 5 }), (values) => {
        const body = new URLSearchParams(
          values.map((value): [string, string] => ['answer', value]),
        ).toString()
        expect(readForm(body).all('answer')).toEqual(values)
      }),
    )
  })

  test('never breaks on anything: it is taken or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyText), (body) => {
        expect(['taken', 'unreadable', 'too-large']).toContain(codeOf(body))
      }),
    )
  })

  test.each([
    ['a NUL byte', 'name=a%00b'],
    ['a lone surrogate', 'name=%ED%A0%80'],
    ['bytes that are no UTF-8', 'name=%FF'],
    ['half a percent sign', 'name=%4'],
    ['__proto__ as a name', '__proto__=x'],
    ['a name that reaches for a prototype', 'row[0].__proto__=x'],
    ['a constructor as a name', 'a.constructor.b=x'],
    ['an encoded __proto__', '%5F_proto__=x'],
  ])('with %s is refused', (_what, body) => {
    expect(codeOf(body)).toBe('unreadable')
  })

  test('with more fields than any page has is refused', () => {
    expect(codeOf(Array.from({ length: 3_001 }, (_, n) => `f${n}=1`).join('&'))).toBe('too-large')
  })

  test('has one character for the end of a line', () => {
    expect(readForm('text=one%0D%0Atwo').text('text')).toBe('one\ntwo')
  })

  test('says which button was pressed and which attempt it is', () => {
    expect(readForm('_key=abc&_action=save')).toMatchObject({ key: 'abc', action: 'save' })
    expect(readForm('')).toMatchObject({ key: '', action: '' })
  })
})
