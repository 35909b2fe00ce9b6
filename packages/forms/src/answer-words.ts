/** The words for a question that was skipped and for one whose answer is not known. */
export const NOT_PROVIDED = 'Not provided'
export const I_DO_NOT_KNOW = 'I do not know'
