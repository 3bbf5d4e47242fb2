// Saves a form while one types: one second after the last key, on leaving a field and on leaving the page.
// The server answers { version, savedAt }, or 409: then nothing is overwritten and saving stops.
import { clock, switchLanguage } from './page.js'
import { asServed, entered, inTurn } from './turns.js'

const wait = 1000
const longest = 30_000

for (const form of document.querySelectorAll('form[data-autosave]')) autosave(form)

function autosave(form) {
  const status = document.querySelector('[data-autosave-status]')
  // What came back from before the session ended stands in the form, and nowhere else yet.
  let saved = form.dataset.restored === undefined ? asServed(form) : ''
  let timer = 0
  let failures = 0
  let running = null
  let stopped = false

  form.addEventListener('input', () => later(wait))
  form.addEventListener('change', () => later(wait / 4))
  form.addEventListener('focusout', () => dirty() && later(wait / 4))
  form.addEventListener('submit', () => {
    // The submission carries everything; a save still on its way must not race it to a newer version.
    clearTimeout(timer)
    running?.abort()
    stopped = true
  })
  form.addEventListener('guichet:stored', ({ detail }) => {
    saved = detail.sent
    say('saved', clock(detail.at))
  })
  addEventListener('pagehide', () => {
    running?.abort()
    if (dirty()) post({ keepalive: true }).catch(() => {})
  })
  document.addEventListener('click', leaveSaved)
  switchLanguage(() => !stopped && !dirty() && form.dataset.unsaved === undefined)
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) stopped = false
  })
  addEventListener('online', () => dirty() && later(0))
  addEventListener('beforeunload', (event) => {
    if (failures > 0 && dirty()) event.preventDefault()
  })
  if (dirty()) later(wait)

  function later(milliseconds) {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => inTurn(form, save), milliseconds)
  }

  /** The page a link leads to may show what is stored: it is stored first. */
  async function leaveSaved(event) {
    const link = event.target.closest('a[href]')
    const aside = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    const here =
      link && link.origin === location.origin && !link.target && !link.getAttribute('href').startsWith('#')
    if (!here || aside || event.defaultPrevented || !dirty()) return
    event.preventDefault()
    clearTimeout(timer)
    await Promise.race([inTurn(form, save), new Promise((resolve) => setTimeout(resolve, 3000))])
    if (!stopped) location.assign(link.href)
  }

  function dirty() {
    return !stopped && entered(form) !== saved
  }

  async function save() {
    if (!dirty()) return
    const sending = entered(form)
    running = new AbortController()
    say('saving')
    try {
      const answer = await post({ signal: running.signal })
      if (answer.status === 409) return conflict()
      if (answer.status === 401) document.dispatchEvent(new CustomEvent('guichet:signed-out'))
      if (!answer.ok) throw new Error(String(answer.status))
      const { version, savedAt } = await answer.json()
      const field = form.querySelector('input[name=version]')
      if (field) field.value = version
      saved = sending
      failures = 0
      say('saved', clock(savedAt))
      document.dispatchEvent(new CustomEvent('guichet:alive'))
      if (dirty()) later(wait)
    } catch (error) {
      if (stopped || error.name === 'AbortError') return
      failures += 1
      say('notSaved')
      later(Math.min(longest, wait * 2 ** failures))
    } finally {
      running = null
    }
  }

  function post(more) {
    return fetch(form.dataset.autosave, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { 'x-autosave': '1', accept: 'application/json' },
      redirect: 'error',
      ...more,
    })
  }

  /** Sending the form shows both versions: leaving by a link would lose what was typed here. */
  function conflict() {
    stopped = true
    say('conflict')
    const compare = Object.assign(document.createElement('button'), {
      type: 'submit',
      name: 'go',
      value: 'stay',
      className: 'ds-button',
      textContent: status?.dataset.conflictLink,
    })
    compare.dataset.variant = 'secondary'
    status?.append(' ', compare)
  }

  function say(state, time = '') {
    if (!status) return
    status.dataset.state = state
    status.textContent = (status.dataset[state] ?? '').replace('{time}', time)
  }
}
