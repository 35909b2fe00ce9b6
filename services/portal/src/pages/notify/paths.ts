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
    /** Where a notification about another baby of the same birth goes on: with the child's own name. */
    child: `${start}/form/child#${QUESTION}`,
    check: `${start}/check#${QUESTION}`,
    save: `${start}/save`,
    saved: `${start}/saved`,
    /** Where a mailed link leads. */
    return: (token: string) => `${start}/return/${encodeURIComponent(token)}`,
    receipt: `${start}/receipt`,
    copy: `${start}/copy`,
    /** The printable form, which needs no other service. */
    paper: `${start}/paper`,
    closed: `${start}/closed`,
  }
}
