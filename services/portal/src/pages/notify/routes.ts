import type { PageRoute } from '../../page/page-route.ts'
import { checkPage } from './check.ts'
import { formPage, resumePage } from './form-page.ts'
import { paperPage } from './paper.ts'
import { closedPage, copyPage, receiptPage } from './receipt.ts'
import { returnRoutes } from './return.ts'
import { savedPage, savePage } from './save.ts'
import { startPage } from './start.ts'

/** The public notification of a child's death, area by area: no account is needed. */
export const notifyRoutes: readonly PageRoute[] = [
  startPage,
  paperPage,
  resumePage,
  formPage,
  checkPage,
  savePage,
  savedPage,
  ...returnRoutes,
  receiptPage,
  copyPage,
  closedPage,
]
