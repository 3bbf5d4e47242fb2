// Where nothing is saved while one types, the browser asks before it throws typed text away.
import { switchLanguage } from './page.js'

const forms = [...document.querySelectorAll('main form[method=post]')]
const contents = (form) => new URLSearchParams(new FormData(form)).toString()
const before = new Map(forms.map((form) => [form, contents(form)]))
// A form that was refused, or typed in another language, comes back filled: all of it is unsaved.
const refused = document.querySelector('[data-focus], [data-restored]') !== null
let sent = null

switchLanguage(() => !forms.some(isUnsaved))
document.addEventListener('submit', (event) => {
  if (!event.defaultPrevented) sent = event.target
})
addEventListener('pageshow', () => {
  sent = null
})
addEventListener('beforeunload', (event) => {
  if (forms.some((form) => form !== sent && isUnsaved(form))) event.preventDefault()
})

/** A refusal is of one form; when one is sent, that was it. */
function isUnsaved(form) {
  return form.isConnected && ((refused && !sent) || contents(form) !== before.get(form))
}
