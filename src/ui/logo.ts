import { html } from 'hono/html'
import type { Config } from '../config.ts'
import type { Html } from '../platform/http.ts'

export const authorityLogoPath = '/assets/authority-logo.svg'

/** The administration's own logo, else the portal's: a door with a light in it. */
export function logo(config: Config): Html {
  if (config.AUTHORITY_LOGO) return html`<img class="logo" src="${authorityLogoPath}" alt="" height="36">`
  return html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect class="logo-ground" width="32" height="32" rx="8"/><path class="logo-arch" d="M8.5 25V14a7.5 7.5 0 0 1 15 0v11"/><path class="logo-light" d="M13 25v-9a3 3 0 0 1 6 0v9"/></svg>`
}
