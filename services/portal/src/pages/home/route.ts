import { personPage } from '../../page/page-route.ts'
import { homeScreen } from './view.ts'

/** The start page: the places this person's roles open, and no other. */
export const homePage = personPage('/', {
  permission: null,
  show: ({ visitor, places }) => homeScreen(visitor, places),
})
