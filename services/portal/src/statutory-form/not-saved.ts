import type { Html } from '../components/html.ts'
import { insetText } from '../components/inset-text.ts'

/** Stands above what somebody typed while others closed the form: it is kept nowhere but on this page. */
export const notSavedInset = (why: string): Html =>
  insetText({ text: `What you typed was not saved: ${why}. Copy what you need before you leave this page.` })
