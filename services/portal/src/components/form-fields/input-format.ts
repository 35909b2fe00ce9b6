import type { InputOptions } from '../input.ts'

type Shape = Pick<InputOptions, 'classes' | 'inputmode' | 'type' | 'autocapitalize'> & { help?: string }

const shapes: Readonly<Record<string, Shape>> = {
  'nhs-number': {
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    inputmode: 'numeric',
    help: 'It has 10 digits, for example 999 000 0018',
  },
  time: { classes: 'govuk-input--width-5', help: 'For example, 9:30am or 21:30' },
  integer: { classes: 'govuk-input--width-5', inputmode: 'numeric' },
  'uk-postcode': { classes: 'govuk-input--width-10', autocapitalize: 'characters' },
  'gss-code': { classes: 'govuk-input--width-10', autocapitalize: 'characters' },
  email: { type: 'email' },
  phone: { classes: 'govuk-input--width-20', type: 'tel' },
}

/** Width, keyboard and a first hint for a kind of answer; plain text for any other. */
export function inputFormat(kind: string | undefined): Shape {
  return (kind === undefined ? undefined : shapes[kind]) ?? {}
}
