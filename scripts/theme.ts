// Makes src/ui/theme/vendor/ anew: the theme from its configuration, and the few components of
// Designsystemet that the portal uses. Run it after changing the configuration or the package.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const theme = join(root, 'src/ui/theme')
const components = join(root, 'node_modules/@digdir/designsystemet-css/dist/src')

/** What the portal uses. Each file added counts against the budget of the first view. */
const used = ['button', 'error-summary', 'field', 'fieldset', 'input', 'label', 'link', 'skip-link', 'tag']

/** Without the pictures in data: URLs, which the Content-Security-Policy refuses; icons are inline SVG. */
export function bundleComponents(): string {
  const read = (name: string) => readFileSync(join(components, `${name}.css`), 'utf8').trim()
  return [
    '@layer ds.theme, ds.base, ds.components;',
    `@layer ds.base{${read('base')}}`,
    ...used.map((name) => `@layer ds.components{${read(name)}}`),
    '',
  ]
    .join('\n')
    .replace(/url\(["']?data:[^)]*?["']?\)/g, 'none')
}

/**
 * Comments and indentation out; names and order stay, so that a change is readable in a diff. Paper is
 * light, whatever the screen is.
 */
const squeeze = (css: string) =>
  css
    .replaceAll('@media (prefers-color-scheme: dark)', '@media screen and (prefers-color-scheme: dark)')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s+/gm, '')

function makeTheme(): string {
  const folder = mkdtempSync(join(tmpdir(), 'theme-'))
  const cli = join(root, 'node_modules/.bin/designsystemet')
  try {
    copyFileSync(join(theme, 'designsystemet.config.json'), join(folder, 'designsystemet.config.json'))
    for (const step of ['create', 'build'])
      execFileSync(cli, ['tokens', step], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    return readFileSync(join(folder, 'design-tokens-build/openguichet.css'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(theme, 'vendor/theme.css'), squeeze(makeTheme()))
  writeFileSync(join(theme, 'vendor/components.css'), bundleComponents())
}
