import { pageModel } from '@cdop/forms'
import { openPage } from '../../page/page-route.ts'
import { presentForm } from '../record-notification/form.ts'
import { paperTitle, paperView } from './paper-view.ts'
import { notifyPaths } from './paths.ts'
import { publicArea } from './public-area.ts'

/** Entries of a repeating group there is room for on paper; one where nothing is said. */
const ROOM = { parents: 2, 'household-children': 3, 'household-adults': 2, 'phone-calls': 4, agencies: 6 }

/** The blank form to print and fill in by hand. It needs no other service, and holds nothing anybody typed. */
export const paperPage = openPage('/notify/:area/paper', {
  async show(visit) {
    const { code, name, tonight } = await publicArea(visit)
    const form = presentForm(visit.parts.clock.today())
    return {
      title: paperTitle,
      section: name,
      backLink: notifyPaths(code).start,
      main: paperView({ areaName: name, tonight, questions: pageModel(form, { rows: ROOM }) }),
    }
  },
})
