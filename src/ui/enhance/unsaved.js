// Where nothing is saved while one types, the browser asks before it throws typed text away.
import { switchLanguage } from './page.js'

const forms = [...document.querySelectorAll('main form[method=post]')]
const contents = (form) => new URLSearchParams(new FormData(form)).toString()
const before = new Map(forms.map((form) => [form, contents(form)]))
let sent = []

switchLanguage(() => !forms.some(isUnsaved))
document.addEventListener('submit', (event) => {
  // Into another language goes what is typed in one form; with all else the person leaves the others as they are.
  if (!event.defaultPrevented) sent = event.submitter?.closest('.langs') ? [event.target] : forms
})
addEventListener('pageshow', () => {
  sent = []
})
addEventListener('beforeunload', (event) => {
  if (forms.some((form) => !sent.includes(form) && isUnsaved(form))) event.preventDefault()
})

/** What came back filled, refused or from elsewhere, is unsaved as it stands. */
function isUnsaved(form) {
  return (
    form.isConnected &&
    (form.matches('[data-unsaved], [data-restored]') || contents(form) !== before.get(form))
  )
}
