// The least a service of this house could be: Node with the web framework, listening. Says so, and ends with its starter.
import { createServer } from 'node:http'
import { Hono } from 'hono'

const app = new Hono()
app.get('/', (c) => c.text('ready'))

const server = createServer((_request, response) => {
  Promise.resolve(app.request('/')).then(
    async (answer) => response.end(await answer.text()),
    () => response.destroy(),
  )
})
server.listen(0, '127.0.0.1', () => process.send?.('listening'))
process.once('disconnect', () => process.exit(0))
