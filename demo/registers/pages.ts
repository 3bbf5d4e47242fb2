import { html, raw } from 'hono/html'
import { type Mode, modes, type Register } from './register.ts'

type Shown<Entry> = {
  register: Register<Entry>
  entries: Entry[]
  file: string
  mode: Mode
  /** Why what was typed is no entry. */
  problem: string | null
  typed: string
}

const words: Record<Mode, string> = {
  normal: 'answers as it should',
  slow: 'answers after ten seconds',
  down: 'is down (503)',
  nonsense: 'answers nonsense',
  stranger: 'answers about somebody else',
}

export function registerPage<Entry>({ register, entries, file, mode, problem, typed }: Shown<Entry>) {
  const { title } = register
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} – Demo</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/page.css"></head>
    <body><header><p>Demo registers</p></header><main><h1>${title}</h1>
    <p class="lead">An authentic source the portal asks over the network. What you change here, the portal shows when it asks next. The same data lies in <code>${file}</code>; <a href="/openapi.json">OpenAPI</a>.</p>
    <h2>How it behaves</h2>
    <form method="post" action="/behaviour">${modes.map(
      (one) =>
        html`<label><input type="radio" name="mode" value="${one}"${one === mode ? raw(' checked') : ''}> It ${words[one]}</label>`,
    )}<button>Apply</button></form>
    <h2>What it holds</h2>
    ${problem ? html`<div class="problem" role="alert"><p>This is no entry:</p><pre>${problem}</pre></div>${entryForm('What you typed', typed)}` : ''}
    ${entries.map(
      (entry) =>
        html`<details><summary>${register.labelOf(entry)} <span class="faint">${register.keyOf(entry)}</span></summary>${entryForm(
          register.labelOf(entry),
          JSON.stringify(entry, null, 2),
        )}</details>`,
    )}</main></body></html>`
}

const entryForm = (label: string, text: string) =>
  html`<form method="post" action="/entries"><textarea name="entry" rows="20" spellcheck="false" aria-label="${label}">
${text}</textarea><button>Save</button></form>`
