// htmx replaces parts of a page. When the session is over, the whole page says so instead of a part of it.
import './htmx.js'

document.addEventListener('htmx:before:swap', (event) => {
  if (event.detail?.ctx?.response?.status === 401) {
    event.preventDefault()
    location.reload()
  }
})
