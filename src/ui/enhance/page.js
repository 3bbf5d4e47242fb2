/** Menus close with Escape and when one clicks elsewhere. */
export function menus() {
  const close = (menu, back) => {
    menu.open = false
    if (back) menu.querySelector('summary').focus()
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of document.querySelectorAll('details[data-menu][open]'))
      close(menu, menu.contains(document.activeElement))
  })
  document.addEventListener('click', ({ target }) => {
    for (const menu of document.querySelectorAll('details[data-menu][open]'))
      if (!menu.contains(target)) close(menu, false)
  })
}

/** The summary of problems takes the focus; its links put it into the field. */
export function focusProblems() {
  const summary = document.querySelector('[data-focus]')
  if (!summary) return
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]')
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!field) return
    event.preventDefault()
    field.scrollIntoView({ block: 'center' })
    field.focus({ preventScroll: true })
  })
}

/** An untouched page is simply asked for in the other language; otherwise its form goes along. */
export function switchLanguage(isUntouched) {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.langs button')
    if (!button || !isUntouched()) return
    event.preventDefault()
    location.assign(button.formAction)
  })
}

/** A second click while the first is on its way does nothing; coming back makes the form usable again. */
export function confirmOnce() {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || form.method !== 'post' || form.matches('[hx-post]')) return
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'yes'
    const button = event.submitter
    button?.setAttribute('aria-disabled', 'true')
    button?.setAttribute('aria-busy', 'true')
  })
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent
      for (const button of form.querySelectorAll('[aria-busy]')) {
        button.removeAttribute('aria-busy')
        button.removeAttribute('aria-disabled')
      }
    }
  })
}

export function copyButtons() {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy)
      button.dataset.done = button.dataset.copied
      announce(button.dataset.copied)
      setTimeout(() => delete button.dataset.done, 2000)
    })
  }
}

/** Says a text to screen readers, politely. */
export function announce(text) {
  const place = document.getElementById('announcer')
  if (place) place.textContent = text
}

/** “14:07”, where the portal is. */
export function clock(time) {
  const { lang } = document.documentElement
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Luxembourg',
  }).format(new Date(time))
}
