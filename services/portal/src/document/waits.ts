import { refusalIn } from '../page/refusal-in.ts'

/** Of a file that came whole while others were being checked: it is kept. @throws whatever else was thrown */
export function waits(thrown: unknown): 'waits' {
  if (refusalIn(thrown)?.code !== 'files-waiting') throw thrown
  return 'waits'
}
