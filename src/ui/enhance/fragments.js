// htmx replaces parts of a page. When the session is over, the whole page says so instead of a part of it.
import './htmx.js'
import { announce } from './page.js'

document.addEventListener('htmx:before:swap', (event) => {
  if (event.detail?.ctx?.response?.status !== 401) return
  event.preventDefault()
  location.reload()
})

// What has changed is said to those who do not see it: the heading of the new part.
document.addEventListener('htmx:after:swap', () => {
  const heading = document.querySelector('[data-fragment] :is(h2, .title)')
  if (heading) announce(heading.textContent)
})
