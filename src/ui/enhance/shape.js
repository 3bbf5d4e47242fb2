// Fields that depend on an answer come and go as it changes. The server decides which, as it does without scripts.
import { entered, inTurn } from './turns.js'

const pause = 700

for (const form of new Set(
  [...document.querySelectorAll('[data-shaping]')].map((one) => one.closest('form')),
))
  if (form) shape(form)

function shape(form) {
  let asked = null
  let timer = 0
  let typedAt = 0
  form.addEventListener('keydown', ({ target, key }) => {
    if (target.type === 'select-one' && key.length === 1) typedAt = Date.now()
  })
  form.addEventListener('change', ({ target }) => {
    const names = form.querySelector('[data-shaping]').dataset.shaping.split(' ')
    if (!names.includes(target.name)) return
    clearTimeout(timer)
    busy(form, true)
    // Who types a country's name changes the answer with each letter: the list stays until they pause.
    timer = setTimeout(refresh, Date.now() - typedAt < pause ? pause : 0)
  })
  // What is sent while the answer is on its way would carry the version of before.
  form.addEventListener(
    'submit',
    (event) => {
      clearTimeout(timer)
      if (!asked) return
      event.preventDefault()
      event.stopPropagation()
      asked.then(() => form.requestSubmit(sameButton(form, event.submitter)))
    },
    { capture: true },
  )

  function refresh() {
    const mine = inTurn(form, ask)
      .catch(() => {
        // The next page, or the next change, asks again.
      })
      .then(() => {
        if (asked !== mine) return
        asked = null
        busy(form, false)
      })
    asked = mine
  }

  async function ask() {
    const sent = entered(form)
    const body = new URLSearchParams(new FormData(form))
    body.append('list', 'refresh')
    const answer = await fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(8000) })
    // Refused, for a conflict perhaps: saving will find out, and say so.
    if (!answer.ok) return
    replace(form, new DOMParser().parseFromString(await answer.text(), 'text/html'))
    form.dispatchEvent(
      new CustomEvent('guichet:stored', { detail: { sent, at: answer.headers.get('date') } }),
    )
  }
}

/** Says to assistive technology that these fields are about to change. */
function busy(form, is) {
  const fields = form.querySelector('[data-shaping]')
  if (is) fields.setAttribute('aria-busy', 'true')
  else fields.removeAttribute('aria-busy')
}

/** The fields, and the buttons among them, may have been replaced meanwhile. */
function sameButton(form, button) {
  if (!button || button.isConnected) return button
  return [...form.elements].find(({ name, value }) => name === button.name && value === button.value)
}

function replace(form, page) {
  const fields = form.querySelector('[data-shaping]')
  const fresh = page.querySelector('[data-shaping]')
  if (!fresh) return
  for (const only of fresh.querySelectorAll('noscript')) only.remove()
  keepTyped(fields, fresh)
  const focused = document.activeElement
  const { selectionStart, selectionEnd } = focused
  fields.replaceWith(document.adoptNode(fresh))
  dispatchEvent(new Event('guichet:fields'))
  if (focused.id) document.getElementById(focused.id)?.focus({ preventScroll: true })
  // Who is in the middle of a word goes on there.
  if (selectionStart !== null) document.activeElement.setSelectionRange?.(selectionStart, selectionEnd)
  for (const name of ['version', 'form']) {
    const [mine, next] = [form, page].map((place) => place.querySelector(`input[type=hidden][name=${name}]`))
    if (mine && next) mine.value = next.value
  }
}

/** What was typed while the answer was on its way stays. */
function keepTyped(fields, fresh) {
  for (const old of fields.querySelectorAll('[id][name]:not([type=hidden])')) {
    const same = fresh.querySelector(`#${CSS.escape(old.id)}`)
    if (!same || same.name !== old.name) continue
    if (old.type === 'checkbox' || old.type === 'radio') same.checked = old.checked
    else if (old.type !== 'file') same.value = old.value
  }
}
