import { QUESTION } from '../../statutory-form/section-view.ts'

/** The addresses of one area's public notification. Only codes and ids of pages stand in them. */
export function notifyPaths(code: string) {
  const start = `/notify/${code}`
  return {
    start,
    /** The page somebody had come to. */
    resume: `${start}/form`,
    page: (page: string) => `${start}/form/${page}#${QUESTION}`,
    /** A page, and back to checking the answers after it. */
    change: (page: string) => `${start}/form/${page}?from=check#${QUESTION}`,
    check: `${start}/check#${QUESTION}`,
    receipt: `${start}/receipt`,
    copy: `${start}/copy`,
    /** The printable form, which needs no other service. */
    paper: `${start}/paper`,
    closed: `${start}/closed`,
  }
}
