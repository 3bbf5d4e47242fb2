/** Whether a provider answers, as far as it is known. A scheme that depends on nobody has none. */
export type Availability = {
  /** Asked by pages: answers at once, and has the provider asked in the background when that is long ago. */
  isSilent(): boolean
  /** What a sign-in found out. */
  note(answered: boolean): void
}

/** How long what was found out is believed. One that is silent is asked again sooner. */
const ages = { answering: 60_000, silent: 10_000 }
/** Older than this it says nothing any more. */
const forgotten = 10 * 60_000

/** `ask` settles in time by itself. Only while people look does it run, and once at a time. */
export function openAvailability(ask: () => Promise<unknown>): Availability {
  let known = { answered: true, at: 0, until: 0 }
  let asking = false

  function note(answered: boolean) {
    const at = Date.now()
    const age = answered ? ages.answering : ages.silent
    // Jitter: many processes do not ask in the same moment.
    known = { answered, at, until: at + age * (0.5 + Math.random() / 2) }
  }

  async function askNow() {
    asking = true
    note(
      await ask().then(
        () => true,
        () => false,
      ),
    )
    asking = false
  }

  return {
    note,
    isSilent() {
      if (!asking && known.until <= Date.now()) void askNow()
      return !known.answered && Date.now() - known.at < forgotten
    },
  }
}

/** The ids of those that do not answer at the moment, as far as it is known. */
export function silentAmong(schemes: ReadonlyMap<string, { availability?: Availability }>): Set<string> {
  const silent = [...schemes].filter(([, { availability }]) => availability?.isSilent())
  return new Set(silent.map(([id]) => id))
}
