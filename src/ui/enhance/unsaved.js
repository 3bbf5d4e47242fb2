// Where nothing is saved while one types, the browser asks before it throws typed text away.
const forms = [...document.querySelectorAll('main form[method=post]')]
const contents = (form) => new URLSearchParams(new FormData(form)).toString()
const before = new Map(forms.map((form) => [form, contents(form)]))
// A refused form comes back filled: all of it is unsaved.
const refused = document.querySelector('[data-focus]') !== null
let sending = false

document.addEventListener('submit', (event) => {
  if (!event.defaultPrevented) sending = true
})
addEventListener('pageshow', () => {
  sending = false
})
addEventListener('beforeunload', (event) => {
  if (!sending && forms.some((form) => form.isConnected && (refused || contents(form) !== before.get(form))))
    event.preventDefault()
})
