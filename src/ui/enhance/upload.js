// Sends files as soon as they are chosen or dropped, one after the other, and shows how far each is.
import { announce } from './page.js'

for (const field of document.querySelectorAll('[data-upload]')) upload(field)
addEventListener('guichet:fields', () => {
  for (const field of document.querySelectorAll('[data-upload]:not([data-ready])')) upload(field)
})

function upload(field) {
  const input = field.querySelector('input[type=file]')
  const list = field.querySelector('[data-uploads]')
  const drop = field.querySelector('.drop')
  let queue = Promise.resolve()
  field.dataset.ready = ''
  field.querySelector('[data-drop-hint]').hidden = false
  // What is sent at once needs no button; the others of the form stay.
  for (const button of field.closest('form').querySelectorAll('[data-without-scripts]')) button.hidden = true

  input.addEventListener('change', () => take(input.files))
  for (const kind of ['dragover', 'dragenter'])
    drop.addEventListener(kind, (event) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      drop.dataset.over = ''
    })
  for (const kind of ['dragleave', 'drop']) drop.addEventListener(kind, () => delete drop.dataset.over)
  drop.addEventListener('drop', (event) => {
    event.preventDefault()
    take(event.dataTransfer.files)
  })

  function take(files) {
    const chosen = [...files]
    if (chosen.length === 0) return
    // Sent here, they are not sent again with the form.
    input.value = ''
    list.hidden = false
    field.setAttribute('aria-busy', 'true')
    const rows = chosen.map((file) => [file, addRow(file.name)])
    queue = queue.then(async () => {
      let saved = 0
      for (const [file, row] of rows) saved += await one(file, row)
      field.removeAttribute('aria-busy')
      if (saved > 0 && !field.querySelector('[data-item]')) await refresh()
    })
  }

  function addRow(name) {
    const row = document.createElement('li')
    const words = document.createElement('span')
    const bar = document.createElement('progress')
    bar.max = 100
    bar.value = 0
    words.textContent = fill(field.dataset.uploading, { name })
    bar.setAttribute('aria-label', words.textContent)
    row.append(words, bar)
    list.append(row)
    return row
  }

  /** How many were saved: one or none. */
  async function one(file, row) {
    const told = await send(file, (part) => {
      row.querySelector('progress').value = part
    })
    row.querySelector('progress').remove()
    const [refused] = told.refused
    say(row, refused ? refused.message : fill(field.dataset.uploaded, { name: file.name }), refused)
    if (!refused) for (const item of told.saved) addItem(item)
    return told.saved.length
  }

  function send(file, progress) {
    return new Promise((resolve) => {
      const failed = () =>
        resolve({ saved: [], refused: [{ message: `${file.name} ${field.dataset.failed}` }] })
      const request = new XMLHttpRequest()
      request.open('POST', field.dataset.upload)
      request.setRequestHeader('accept', 'application/json')
      request.upload.addEventListener('progress', ({ loaded, total }) => progress((loaded / total) * 100))
      request.addEventListener('error', failed)
      request.addEventListener('load', () => {
        if (request.status === 401) document.dispatchEvent(new CustomEvent('guichet:signed-out'))
        if (request.status !== 200) return failed()
        document.dispatchEvent(new CustomEvent('guichet:alive'))
        resolve(JSON.parse(request.responseText))
      })
      const body = new FormData()
      body.append('file', file)
      request.send(body)
    })
  }

  function say(row, text, wrong) {
    row.firstChild.textContent = text
    row.dataset.state = wrong ? 'refused' : 'saved'
    announce(text)
  }

  /** In a form, what was saved is chosen. */
  function addItem(item) {
    const template = field.querySelector('[data-item]')
    if (!template) return
    const made = template.content.cloneNode(true)
    const values = { ...item, field: input.name.replace(/\.file$/, '') }
    for (const element of made.querySelectorAll('*')) {
      for (const attribute of element.attributes) attribute.value = fill(attribute.value, values)
      if (element.children.length === 0) element.textContent = fill(element.textContent, values)
    }
    const place = field.closest('[data-documents-field]').querySelector('[data-chosen]')
    if (place.dataset.most === '1') for (const box of place.querySelectorAll('input')) box.checked = false
    place.append(made)
    place.lastElementChild.querySelector('input').dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** Elsewhere, the list of documents is asked for anew. */
  async function refresh() {
    const answer = await fetch(location.pathname)
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const part of ['[data-documents]', '.upload .hint']) {
      const [old, fresh] = [document, page].map((place) => place.querySelector(part))
      if (old && fresh) old.replaceWith(document.adoptNode(fresh))
    }
  }
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)
