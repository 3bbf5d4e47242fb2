import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Entries } from './entries.ts'
import { bodyOf, send, sendPage } from './http.ts'
import { registerPage } from './pages.ts'
import { type Mode, modes, type Register } from './register.ts'

/** The page on which whoever tries the demo keeps the register: changes entries, and lets it misbehave. */
export function openDesk<Entry>(register: Register<Entry>, entries: Entries<Entry>, state: { mode: Mode }) {
  const css = readFileSync(new URL('page.css', import.meta.url), 'utf8')
  const show = (response: ServerResponse, problem: string | null = null, typed = '') => {
    const shown = { register, entries: entries.all(), file: entries.file, mode: state.mode, problem, typed }
    sendPage(response, problem ? 422 : 200, String(registerPage(shown)))
  }

  return async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url } = request
    if (method === 'GET' && url === '/') return show(response)
    if (method === 'GET' && url === '/page.css')
      return void response.setHeader('content-type', 'text/css').end(css)
    if (method !== 'POST' || (url !== '/behaviour' && url !== '/entries'))
      return send(response, 404, { error: 'not found' })
    if (!isOwnPage(request)) return send(response, 403, { error: 'not from this page' })
    const form = new URLSearchParams(await bodyOf(request))
    if (url === '/behaviour') {
      const mode = modes.find((one) => one === form.get('mode'))
      if (!mode) return send(response, 400, { error: 'unknown behaviour' })
      state.mode = mode
    } else {
      const typed = form.get('entry') ?? ''
      const problem = entries.put(typed)
      if (problem) return show(response, problem, typed)
    }
    response.writeHead(303, { location: '/' }).end()
  }
}

/** Another site's page must not change what lies here. */
const isOwnPage = ({ headers }: IncomingMessage) =>
  headers.origin === undefined || new URL(headers.origin).host === headers.host
