import { z } from 'zod'
import { FormatName } from './format.ts'

/**
 * Where the words of a form or a question come from. `published`: as printed in a public page; `unverified`: written
 * from field knowledge and not yet held against the national form, which nobody outside can read.
 */
export const Wording = z.enum(['published', 'unverified'])
export type Wording = z.infer<typeof Wording>

/** The mark on a form as a whole. */
export const WordingMark = z.strictObject({ url: z.literal('urn:cdop:wording'), valueCode: Wording })

/**
 * What the product adds to FHIR, all under its own URN so that no other system mistakes it for a standard
 * extension. An extension that is not listed here is refused.
 */
export const Extension = z.discriminatedUnion('url', [
  z.strictObject({ url: z.literal('urn:cdop:binding'), valueString: z.string().max(100) }),
  WordingMark,
  z.strictObject({ url: z.literal('urn:cdop:hint'), valueString: z.string().min(1).max(500) }),
  z.strictObject({ url: z.literal('urn:cdop:format'), valueCode: FormatName }),
  z.strictObject({ url: z.literal('urn:cdop:not-known'), valueBoolean: z.boolean() }),
  z.strictObject({ url: z.literal('urn:cdop:not-known-text'), valueString: z.string().min(1).max(60) }),
  z.strictObject({ url: z.literal('urn:cdop:panel'), valueBoolean: z.boolean() }),
  z.strictObject({ url: z.literal('urn:cdop:panel-narrative'), valueBoolean: z.boolean() }),
  z.strictObject({ url: z.literal('urn:cdop:sensitive'), valueBoolean: z.boolean() }),
  z.strictObject({ url: z.literal('urn:cdop:critical'), valueBoolean: z.boolean() }),
  z.strictObject({ url: z.literal('urn:cdop:error-name'), valueString: z.string().min(1).max(100) }),
  z.strictObject({ url: z.literal('urn:cdop:error-required'), valueString: z.string().min(1).max(200) }),
  z.strictObject({ url: z.literal('urn:cdop:error-format'), valueString: z.string().min(1).max(200) }),
  z.strictObject({ url: z.literal('urn:cdop:max-occurs'), valueInteger: z.int().min(1).max(200) }),
  z.strictObject({ url: z.literal('urn:cdop:minimum'), valueInteger: z.int() }),
  z.strictObject({ url: z.literal('urn:cdop:maximum'), valueInteger: z.int() }),
  z.strictObject({ url: z.literal('urn:cdop:age-from'), valueString: z.string().max(64) }),
  z.strictObject({ url: z.literal('urn:cdop:age-to'), valueString: z.string().max(64) }),
])
export type Extension = z.infer<typeof Extension>

/** The extensions of one item, by name. */
export interface ItemSettings {
  binding?: string
  wording?: Wording
  hint?: string
  format?: FormatName
  notKnown: boolean
  notKnownText?: string
  panel: boolean
  panelNarrative: boolean
  sensitive: boolean
  critical: boolean
  errorName?: string
  errorRequired?: string
  errorFormat?: string
  maxOccurs?: number
  minimum?: number
  maximum?: number
  ageFrom?: string
  ageTo?: string
}

/** Reads an item's extensions; the last of two equal ones wins, which `compile` refuses beforehand. */
export function settingsOf(extensions: readonly Extension[]): ItemSettings {
  const settings: ItemSettings = {
    notKnown: false,
    panel: false,
    panelNarrative: false,
    sensitive: false,
    critical: false,
  }
  for (const extension of extensions) {
    switch (extension.url) {
      case 'urn:cdop:binding':
        settings.binding = extension.valueString
        break
      case 'urn:cdop:wording':
        settings.wording = extension.valueCode
        break
      case 'urn:cdop:hint':
        settings.hint = extension.valueString
        break
      case 'urn:cdop:format':
        settings.format = extension.valueCode
        break
      case 'urn:cdop:not-known':
        settings.notKnown = extension.valueBoolean
        break
      case 'urn:cdop:not-known-text':
        settings.notKnownText = extension.valueString
        break
      case 'urn:cdop:panel':
        settings.panel = extension.valueBoolean
        break
      case 'urn:cdop:panel-narrative':
        settings.panelNarrative = extension.valueBoolean
        break
      case 'urn:cdop:sensitive':
        settings.sensitive = extension.valueBoolean
        break
      case 'urn:cdop:critical':
        settings.critical = extension.valueBoolean
        break
      case 'urn:cdop:error-name':
        settings.errorName = extension.valueString
        break
      case 'urn:cdop:error-required':
        settings.errorRequired = extension.valueString
        break
      case 'urn:cdop:error-format':
        settings.errorFormat = extension.valueString
        break
      case 'urn:cdop:max-occurs':
        settings.maxOccurs = extension.valueInteger
        break
      case 'urn:cdop:minimum':
        settings.minimum = extension.valueInteger
        break
      case 'urn:cdop:maximum':
        settings.maximum = extension.valueInteger
        break
      case 'urn:cdop:age-from':
        settings.ageFrom = extension.valueString
        break
      case 'urn:cdop:age-to':
        settings.ageTo = extension.valueString
        break
    }
  }
  return settings
}
