// Warns before the session ends and lets it be extended without leaving the page. Asking the server how
// long is left (`x-poll`) does not extend it; another tab may have done so meanwhile.
import { announce } from './page.js'

const dialog = document.querySelector('[data-session-ends]')
const { session, text, final, over, overText, extended } = dialog.dataset
const title = dialog.querySelector('#session-title')
const about = dialog.querySelector('#session-text')
const stay = dialog.querySelector('[data-session-stay]')
const again = dialog.querySelector('[data-session-again]')
const ahead = 3 * 60_000
let ends = Date.parse(dialog.dataset.sessionEnds)
let timer = 0

stay.addEventListener('click', extend)
dialog.querySelector('[data-session-close]').addEventListener('click', () => dialog.close())
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && plan())
document.addEventListener('guichet:alive', () => plan())
plan()

/** Long timers drift while a computer sleeps, so the clock is looked at once a minute. */
function plan() {
  clearTimeout(timer)
  const left = ends - Date.now()
  if (left <= ahead) return check()
  timer = setTimeout(plan, Math.min(left - ahead, 60_000))
}

async function check() {
  const known = await ask({ headers: { 'x-poll': '1' } })
  if (known === undefined) timer = setTimeout(check, 15_000)
  else if (known === null || known <= Date.now()) showOver()
  else {
    ends = known
    if (ends - Date.now() > ahead) {
      if (dialog.open) dialog.close()
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
  const longer = known > ends + 1000
  ends = known
  if (!longer && ends - Date.now() <= ahead) {
    about.textContent = final
    stay.hidden = true
    again.hidden = false
    return
  }
  dialog.close()
  announce(extended)
  plan()
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
    return Date.parse((await answer.json()).endsAt)
  } catch {
    return undefined
  }
}

function warn() {
  about.textContent = text.replace('{time}', clock(ends))
  if (!dialog.open) dialog.showModal()
}

function showOver() {
  clearTimeout(timer)
  title.textContent = over
  about.textContent = overText
  stay.hidden = true
  again.hidden = false
  if (!dialog.open) dialog.showModal()
  title.focus()
}

const clock = (time) =>
  new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Luxembourg',
  }).format(time)
