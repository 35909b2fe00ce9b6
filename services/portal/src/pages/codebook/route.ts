import { codebookEditions, factorCodebook, Refusal, searchCodebook } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { Problems } from '../../page/screen.ts'
import { panelMeetingsTitle } from '../panel-meetings/view.ts'
import { codebookTitle, codebookView, LONGEST_WORDS } from './view.ts'

/** The codebook of factors for those who read analyses. What somebody looks for is posted and stands in no address. */
export const codebookPage = personPage('/codebook', {
  permission: 'analysis:read',
  async show(visit, again) {
    const book = factorCodebook(visit.parts.clock.today())
    if (book === null) throw new Refusal('not-found')
    const words = (again?.form.text('words') ?? '').trim().slice(0, LONGEST_WORDS)
    return {
      title: codebookTitle,
      section: panelMeetingsTitle,
      backLink: '/panel-meetings',
      main: codebookView({
        book,
        editions: codebookEditions.length,
        words,
        found: searchCodebook(book, words),
        hidden: visit.formFields,
      }),
    }
  },
  async post() {
    return new Problems([])
  },
})
