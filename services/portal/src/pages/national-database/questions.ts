import { type CaseId, formQuestionIn, type NotificationId, type PlainDate } from '@cdop/domain'
import {
  formInForce,
  NOTIFICATION_FORM,
  REPORTING_FORM,
  statutoryForms,
  supplementaryForm,
} from '@cdop/forms'
import type { SubmissionsModel } from './submissions-view.ts'

const analysisWords: Readonly<Record<string, string>> = {
  'reviewed-on': 'The date of the review',
  categories: 'Categories of death',
  'primary-category': 'Primary category of death',
  modifiability: 'Modifiability',
  'intrinsic-factors': 'Factors intrinsic to the child',
  'social-factors': 'Factors in the social environment',
  'physical-factors': 'Factors in the physical environment',
  'service-factors': 'Factors in service provision',
}

const formsWords: Readonly<Record<string, string>> = {
  'forms-returned': 'Supplementary forms that were returned',
}

/** The questions submissions are made of: in their own words, and where each can be looked at. */
export function questionsOf(
  notificationId: NotificationId,
  caseId: CaseId,
  today: PlainDate,
): SubmissionsModel['questions'] {
  const textIn = (url: string) => {
    const items = formInForce(statutoryForms, url, today).pages.flatMap((page) => page.items)
    return (question: string) => items.find(({ linkId }) => linkId === question)?.text ?? null
  }
  return {
    notification: {
      textOf: textIn(NOTIFICATION_FORM),
      hrefOf: (question) => `/notifications/${notificationId}#answer-${question}`,
    },
    reporting: { textOf: textIn(REPORTING_FORM), hrefOf: () => `/cases/${caseId}/collated` },
    supplementary: {
      textOf: (question) => {
        const asked = formQuestionIn(question)
        return asked === null
          ? (formsWords[question] ?? null)
          : textIn(supplementaryForm(asked.form))(asked.linkId)
      },
      hrefOf: () => `/cases/${caseId}/collated`,
    },
    analysis: {
      textOf: (question) => analysisWords[question] ?? null,
      hrefOf: () => `/cases/${caseId}/analysis`,
    },
  }
}
