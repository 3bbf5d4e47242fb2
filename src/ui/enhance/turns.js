const last = new WeakMap()

/**
 * One request of a form at a time, in order. Each reads the form when its turn comes, so that it carries
 * the version the one before brought back, and a form never meets a conflict with itself.
 */
export function inTurn(form, work) {
  const mine = (last.get(form) ?? Promise.resolve()).then(work)
  last.set(
    form,
    mine.catch(() => {}),
  )
  return mine
}

/** What the person entered, without the form's own version and number. */
export function entered(form) {
  const fields = new URLSearchParams(new FormData(form))
  fields.delete('version')
  fields.delete('form')
  return fields.toString()
}

/** What the form held as it came from the server, whatever was typed before scripts ran. */
export function asServed(form) {
  const copy = form.cloneNode(true)
  copy.reset()
  return entered(copy)
}
