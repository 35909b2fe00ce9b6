// The least a live screen could be: Node that tells every open stream a line as soon as it is posted one. Says where it
// listens, and ends with its starter.
import { createServer, type ServerResponse } from 'node:http'

const open = new Set<ServerResponse>()

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    for (const stream of open) stream.write('event: change\ndata: 1\n\n')
    response.end()
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(': open\n\n')
  open.add(response)
  response.once('close', () => open.delete(response))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.send?.(address.port)
})
process.once('disconnect', () => process.exit(0))
