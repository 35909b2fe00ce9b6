/** The words for a question that was skipped, for one whose answer is not known, and for one that is not shown here. */
export const NOT_PROVIDED = 'Not provided'
export const I_DO_NOT_KNOW = 'I do not know'
export const WITHHELD = 'Something is withheld here'
