import { html, raw } from 'hono/html'
import type { Html } from '../platform/http.ts'
import { type IconName, icon } from './icons.ts'
import type { View } from './view.ts'

type Variant = 'primary' | 'secondary' | 'tertiary'

const colorOf = (kind: 'private' | 'business') => (kind === 'private' ? 'accent' : 'business')

export function button(
  label: string,
  given: { variant?: Variant; danger?: boolean; name?: string; value?: string; formaction?: string } = {},
): Html {
  const { variant = 'primary', danger, name, value, formaction } = given
  return html`<button class="ds-button" type="submit" data-variant="${variant}"${danger ? raw(' data-color="danger"') : ''}${
    name === undefined ? '' : html` name="${name}" value="${value ?? ''}"`
  }${formaction === undefined ? '' : html` formaction="${formaction}"`}>${label}</button>`
}

export function linkButton(
  href: string,
  label: string,
  given: { variant?: Variant; large?: boolean; icon?: IconName; newTab?: boolean } = {},
): Html {
  const { variant = 'primary', large, newTab } = given
  return html`<a class="ds-button" href="${href}" data-variant="${variant}"${large ? raw(' data-size="lg"') : ''}${newTab ? raw(' target="_blank"') : ''}>${
    given.icon ? icon(given.icon) : ''
  }${label}</a>`
}

/** Buttons in a row that wraps; the first is the main one. */
export const actions = (...buttons: (Html | string)[]): Html => html`<div class="actions">${buttons}</div>`

/** The sentence under a page's title. */
export const lead = (text: Html | string): Html => html`<p class="lead">${text}</p>`

/** A box that says something: `success` and `info` are announced politely, `warning` and `danger` stand out. */
export function notice(
  kind: 'success' | 'info' | 'warning' | 'danger',
  body: Html | string,
  title?: string,
): Html {
  const role = kind === 'success' || kind === 'info' ? raw(' role="status"') : ''
  return html`<div class="notice" data-color="${kind}"${role}>${icon(kind)}<div>${
    title ? html`<p class="title">${title}</p>` : ''
  }<div>${body}</div></div></div>`
}

export function tag(
  label: string,
  color: 'neutral' | 'info' | 'success' | 'warning' | 'danger' = 'neutral',
): Html {
  return html`<span class="ds-tag" data-color="${color}">${label}</span>`
}

/** A white panel with an optional heading (h2). */
export function panel(
  body: Html,
  given: { title?: string; id?: string; color?: 'private' | 'business'; attention?: boolean } = {},
): Html {
  const { title, id, color, attention } = given
  const more = html`${id ? html` id="${id}"` : ''}${color ? html` data-color="${colorOf(color)}"` : ''}`
  return html`<section class="panel${attention ? ' attention' : ''}"${more}>${
    title ? html`<h2>${title}</h2>` : ''
  }${body}</section>`
}

/** Panels side by side, as many as fit. */
export const grid = (...items: Html[]): Html => html`<div class="grid">${items}</div>`

/** What matters beside what helps; one under the other on a phone. */
export const columns = (main: Html, aside: Html): Html =>
  html`<div class="columns"><div class="stack">${main}</div><div class="stack">${aside}</div></div>`

/** A list whose rows are a title, a line about it and something at the end. */
export function rows(
  items: { title: Html | string; href?: string; about?: Html | string; end?: Html | string }[],
): Html {
  return html`<ul class="rows">${items.map(
    ({ title, href, about, end }) =>
      html`<li><div class="grow">${
        href
          ? html`<a class="ds-link title" href="${href}">${title}</a>`
          : html`<span class="title">${title}</span>`
      }${about ? html`<p class="muted">${about}</p>` : ''}</div>${end ?? ''}</li>`,
  )}</ul>`
}

/** Terms and values; a value may be markup. */
export function facts(rows: { term: string; value: Html | string }[]): Html {
  return html`<dl class="facts">${rows.map(
    ({ term, value }) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>`
}

/** A hash, which may break anywhere between its groups; copied, it is whole. */
export const checksum = (hash: string): Html =>
  html`<span class="code">${(hash.match(/.{1,8}/g) ?? []).map((group) => html`${group}<wbr>`)}</span>`

/**
 * On a phone each row becomes a card whose cells carry their column's name. `titled`: a heading above says
 * what the caption says.
 */
export function table(given: {
  caption: string
  head: string[]
  rows: (Html | string)[][]
  titled?: boolean
}): Html {
  return html`<table class="table"><caption${given.titled ? raw(' class="sr-only"') : ''}>${given.caption}</caption>
    <thead><tr>${given.head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${given.rows.map(
      (row) =>
        html`<tr>${row.map((cell, index) => html`<td data-label="${given.head[index] ?? ''}"><div>${cell}</div></td>`)}</tr>`,
    )}</tbody></table>`
}

/** The limit as dots (hidden from assistive technology) beside a sentence; from eleven on only the sentence. */
export function dots(used: number, allowed: number, sentence: Html | string): Html {
  const drawn =
    allowed > 0 && allowed <= 10 ? Array.from({ length: allowed }, (_, index) => index < used) : []
  const row = html`<div class="dots" aria-hidden="true">${drawn.map((on) => (on ? html`<i class="on"></i>` : html`<i></i>`))}</div>`
  return html`<div class="limit">${drawn.length ? row : ''}<p>${sentence}</p></div>`
}

/** A bar under its label. The label says the same in words. */
export function meter(label: string, value: number, max: number): Html {
  const part = max > 0 ? Math.round((Math.min(Math.max(value, 0), max) / max) * 100) : 0
  return html`<div class="meter"><p>${label}</p><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${part}" height="4"/></svg></div>`
}

/** An empty list that says what to do next. */
export function emptyState(given: { title: string; text: string; action?: Html }): Html {
  return html`<div class="empty"><p class="title">${given.title}</p><p class="muted">${given.text}</p>${given.action ?? ''}</div>`
}

/** A code or reference with a button that copies it, where scripts run. */
export function copyable({ t }: View, code: string): Html {
  return html`<span class="code">${code}</span><button class="copy" type="button" data-copy="${code}" data-copied="${t.shell.copied}" hidden>${icon('copy')}<span class="sr-only">${t.shell.copy}: ${code}</span></button>`
}

/** The way back up, for pages below a list. */
export function breadcrumbs({ t }: View, places: { href: string; label: string | Html }[]): Html {
  return html`<nav class="crumbs" aria-label="${t.shell.breadcrumbs}"><ol>${places.map(
    ({ href, label }) => html`<li><a class="ds-link" href="${href}">${label}</a></li>`,
  )}</ol></nav>`
}

/** A space's sign: its colour and its icon, never colour alone. */
export const spaceMark = (kind: 'private' | 'business'): Html =>
  html`<span class="mark" data-color="${colorOf(kind)}">${icon(kind === 'private' ? 'person' : 'building')}</span>`
