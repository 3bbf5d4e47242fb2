import { html, raw } from 'hono/html'
import type { Html } from '../platform/http.ts'

/** Drawn on a grid of 24, in the colour of the text. Decoration: the words beside them say the same. */
const shapes = {
  person: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>',
  building: '<path d="M5 21V8l7-4.5L19 8v13M2.5 21h19M10 21v-5h4v5M9 11h.01M15 11h.01"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  down: '<path d="m7 10 5 5 5-5"/>',
  right: '<path d="m10 7 5 5-5 5"/>',
  left: '<path d="m14 7-5 5 5 5"/>',
  arrow: '<path d="M5 12h14m-5-5 5 5-5 5"/>',
  tick: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  cross: '<path d="m7 7 10 10M17 7 7 17"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 8h.01"/>',
  warning: '<path d="M12 4 2.8 20h18.4L12 4Z"/><path d="M12 10v4M12 17h.01"/>',
  danger: '<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3L8.3 3Z"/><path d="M12 8v4.5M12 16h.01"/>',
  success: '<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16 9.5"/>',
  copy: '<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M15 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3"/>',
  swap: '<path d="M4 9h14l-3.5-4M20 15H6l3.5 4"/>',
  card: '<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M7 15h4M3 10h18"/>',
  pencil: '<path d="m4 20 .9-4.2L16.5 4.2a1.8 1.8 0 0 1 2.6 0l.7.7a1.8 1.8 0 0 1 0 2.6L8.2 19.1 4 20Z"/>',
  folder: '<path d="M3 7a2 2 0 0 1 2-2h4l2.5 2.5H19a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7Z"/>',
  shield:
    '<path d="M12 3 5 5.5V11c0 4.5 2.9 8.2 7 10 4.1-1.8 7-5.5 7-10V5.5L12 3Z"/><path d="m9 11.8 2.2 2.2L15.2 10"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  mail: '<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="m4 7.5 8 6 8-6"/>',
  phone:
    '<path d="M6 3.5h3l1.5 4.5-2.2 1.5a12 12 0 0 0 6.2 6.2l1.5-2.2 4.5 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4 5.7a2 2 0 0 1 2-2.2Z"/>',
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="2.5"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>',
} as const

export type IconName = keyof typeof shapes

export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${raw(shapes[name])}</svg>`
}
