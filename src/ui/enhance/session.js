// Warns before the session ends and lets it be extended without leaving the page. Asking the server how
// long is left (`x-poll`) does not extend it; another tab may have done so meanwhile.
import { announce, clock } from './page.js'

const dialog = document.querySelector('[data-session-ends]')
const { session, sessionEnds, now, text, final, over, overText, extended } = dialog.dataset
const title = dialog.querySelector('#session-title')
const about = dialog.querySelector('#session-text')
const stay = dialog.querySelector('[data-session-stay]')
const again = dialog.querySelector('[data-session-again]')
const close = dialog.querySelector('[data-session-close]')
const ahead = Number(dialog.dataset.ahead) * 1000
/** In this computer's time, which may be wrong: what counts is how long the server says is left. */
let ends = Date.now() + Date.parse(sessionEnds) - Date.parse(now)
let endsAt = sessionEnds
let timer = 0
let dismissed = false
let typedAt = Date.now()

stay.addEventListener('click', extend)
close.addEventListener('click', () => dialog.close())
dialog.addEventListener('close', () => {
  dismissed = true
})
document.addEventListener('input', typing)
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && plan())
document.addEventListener('guichet:alive', () => plan())
document.addEventListener('guichet:signed-out', () => dismissed || dialog.open || check())
plan()

/** Long timers drift while a computer sleeps, so the clock is looked at once a minute. */
function plan() {
  clearTimeout(timer)
  const left = ends - Date.now()
  if (left <= ahead) return check()
  timer = setTimeout(plan, Math.min(left - ahead, 60_000))
}

/** Who types is there, also where nothing is saved meanwhile. */
async function typing() {
  if (Date.now() - typedAt < ahead / 2) return
  typedAt = Date.now()
  const known = await ask({ method: 'POST' })
  if (known) ends = known
  plan()
}

async function check() {
  const known = await ask({ headers: { 'x-poll': '1' } })
  if (known === undefined) timer = setTimeout(check, 15_000)
  else if (known === null || known <= Date.now()) showOver()
  else {
    ends = known
    if (ends - Date.now() > ahead) {
      hide()
      plan()
    } else {
      warn()
      timer = setTimeout(check, Math.min(ends - Date.now() + 500, 20_000))
    }
  }
}

async function extend() {
  const known = await ask({ method: 'POST' })
  if (known === null) return showOver()
  if (known === undefined) return
  ends = known
  if (ends - Date.now() <= ahead) {
    about.textContent = final
    stay.hidden = true
    again.hidden = false
    return
  }
  hide()
  announce(extended)
  plan()
}

function hide() {
  if (dialog.open) dialog.close()
  setTimeout(() => {
    dismissed = false
  })
}

/** When the session ends; null when it is over, undefined when nobody can be asked just now. */
async function ask(given) {
  try {
    const answer = await fetch(session, {
      ...given,
      headers: { accept: 'application/json', ...given.headers },
      redirect: 'manual',
    })
    if (answer.status === 401 || answer.type === 'opaqueredirect') return null
    if (!answer.ok) return undefined
    endsAt = (await answer.json()).endsAt
    return Date.now() + Date.parse(endsAt) - Date.parse(answer.headers.get('date'))
  } catch {
    return undefined
  }
}

function warn() {
  about.textContent = text.replace('{time}', clock(endsAt))
  if (!dialog.open && !dismissed) dialog.showModal()
}

function showOver() {
  clearTimeout(timer)
  title.textContent = over
  about.textContent = overText
  stay.hidden = true
  again.hidden = false
  clearPage()
  if (!dialog.open) dialog.showModal()
  title.focus()
}

/** What was typed stays. A page without fields shows nothing any more to whoever comes by. */
function clearPage() {
  if (document.querySelector('main :is(input:not([type=hidden]), select, textarea)')) return
  for (const part of [...document.body.children]) if (part !== dialog) part.remove()
  document.title = over
  close.hidden = true
  dialog.addEventListener('close', () => dialog.open || dialog.showModal())
}
