// Saves a form while one types: one second after the last key, on leaving a field and on leaving the page.
// The server answers { version, savedAt }, or 409 { conflict, url }: then nothing is overwritten and saving stops.
const wait = 1000
const longest = 30_000

for (const form of document.querySelectorAll('form[data-autosave]')) autosave(form)

function autosave(form) {
  const status = document.querySelector('[data-autosave-status]')
  const version = form.querySelector('[name=version]')
  let saved = contents(form)
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
  addEventListener('pagehide', () => dirty() && save({ keepalive: true }))
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) stopped = false
  })
  addEventListener('online', () => dirty() && later(0))
  addEventListener('beforeunload', (event) => {
    if (!stopped && failures > 0 && dirty()) event.preventDefault()
  })

  function later(milliseconds) {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(save, milliseconds)
  }

  const dirty = () => !stopped && contents(form) !== saved

  async function save({ keepalive = false } = {}) {
    if (stopped || !dirty()) return
    if (running && !keepalive) return later(wait)
    const sending = contents(form)
    running = new AbortController()
    say('saving')
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST',
        body: new URLSearchParams(sending),
        headers: { 'x-autosave': '1', accept: 'application/json' },
        credentials: 'same-origin',
        redirect: 'error',
        signal: keepalive ? undefined : running.signal,
        keepalive,
      })
      running = null
      if (answer.status === 409) return conflict(await answer.json())
      if (!answer.ok) throw new Error(String(answer.status))
      const { version: next, savedAt } = await answer.json()
      if (version) version.value = next
      // What was typed while this was on its way differs only by that number.
      saved = withVersion(sending, next)
      failures = 0
      say('saved', clock(savedAt))
      document.dispatchEvent(new CustomEvent('guichet:alive'))
      if (dirty()) later(wait)
    } catch (error) {
      running = null
      if (stopped || error.name === 'AbortError') return
      failures += 1
      say('notSaved')
      later(Math.min(longest, wait * 2 ** failures))
    }
  }

  function conflict({ url }) {
    stopped = true
    say('conflict')
    const link = Object.assign(document.createElement('a'), {
      href: url,
      className: 'ds-link',
      textContent: status?.dataset.conflictLink,
    })
    status?.append(' ', link)
  }

  function say(state, time = '') {
    if (!status) return
    status.dataset.state = state
    status.textContent = (status.dataset[state] ?? '').replace('{time}', time)
  }
}

function contents(form) {
  return new URLSearchParams(new FormData(form)).toString()
}

function withVersion(sent, version) {
  const fields = new URLSearchParams(sent)
  if (fields.has('version')) fields.set('version', version)
  return fields.toString()
}

const clock = (iso) =>
  new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Luxembourg',
  }).format(new Date(iso))
