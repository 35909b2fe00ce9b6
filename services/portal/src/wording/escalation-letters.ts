import { type EscalationStep, LEGAL_BASIS } from '@cdop/domain'

/** What a letter says besides which case, when it was asked about and how the agency was reminded. */
type Letter = { readonly to: string; readonly opening: string; readonly paragraphs: readonly string[] }

const DUTY =
  'Section 16N of the Children Act 2004 lets a child death review partner ask a person or body for information, and whoever is asked must comply.'

/**
 * The letters a coordinator prints, one for each rung. They sum the law up and do not quote it: nobody has held the words
 * against the Act, so each area has its own lawyers read them before the first is sent.
 */
export const escalationLetters: Readonly<Record<EscalationStep, Letter>> = {
  executive: {
    to: 'The executive lead of the organisation',
    opening:
      'I write to you as the executive lead of your organisation because we have not received information about a child whose death the panel is reviewing.',
    paragraphs: [DUTY, 'Have the form returned within 5 working days, or tell us who will answer and when.'],
  },
  'partner-lead': {
    to: 'The lead of the child death review partner',
    opening:
      'I ask for your help as the lead of the child death review partner. An organisation in your area has not given the information the panel asked for.',
    paragraphs: [DUTY, 'Take this up with the organisation, and tell us what you have agreed with it.'],
  },
  'concerns-resolution': {
    to: 'The Concerns Resolution lead of the safeguarding partnership',
    opening:
      'I raise a concern under the local Concerns Resolution process. An organisation has not given the information the panel asked for.',
    paragraphs: [DUTY, 'Tell us how and by when the concern will be resolved.'],
  },
  'section-16n-letter': {
    to: 'The chief executive of the organisation',
    opening:
      'This is a formal request under section 16N of the Children Act 2004 for information about a child whose death the panel is reviewing.',
    paragraphs: [
      DUTY,
      'The High Court or the county court can enforce this duty by an injunction.',
      'Return the form within 10 working days. If you believe the duty does not apply to you, say why in writing.',
    ],
  },
}

/** Stands at the foot of each letter. */
export const LETTER_FOOT = LEGAL_BASIS
