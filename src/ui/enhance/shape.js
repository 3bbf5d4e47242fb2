// Fields that depend on an answer come and go as it changes. The server decides which, as it does without scripts.
for (const form of new Set(
  [...document.querySelectorAll('[data-shaping]')].map((one) => one.closest('form')),
))
  if (form) shape(form)

function shape(form) {
  let asking = null
  form.addEventListener('change', ({ target }) => {
    const names = form.querySelector('[data-shaping]').dataset.shaping.split(' ')
    if (names.includes(target.name)) refresh()
  })

  async function refresh() {
    asking?.abort()
    asking = new AbortController()
    const body = new URLSearchParams(new FormData(form))
    body.append('list', 'refresh')
    try {
      const { signal } = asking
      const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin', signal })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      replace(form, page)
    } catch {
      // The next page, or the next change, asks again.
    }
  }
}

function replace(form, page) {
  const fields = form.querySelector('[data-shaping]')
  const fresh = page.querySelector('[data-shaping]')
  if (!fresh) return
  for (const only of fresh.querySelectorAll('noscript')) only.remove()
  keepTyped(fields, fresh)
  const focused = document.activeElement?.id
  fields.replaceWith(document.adoptNode(fresh))
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
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
    else same.value = old.value
  }
}
