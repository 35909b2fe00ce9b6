import { commands } from './commands.ts'
import { dispatch } from './dispatch.ts'

const code = await dispatch(process.argv.slice(2), commands, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
// Ends when all is written, even if something the command used still holds a connection open.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
