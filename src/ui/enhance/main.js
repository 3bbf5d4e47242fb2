// Improves pages that work without it. Each improvement is fetched only where the page asks for it.
import { confirmOnce, copyButtons, focusProblems, menus } from './page.js'

menus()
focusProblems()
confirmOnce()
copyButtons()

if (document.querySelector('form[data-autosave]')) import('./autosave.js')
else if (document.querySelector('main form[method=post]')) import('./unsaved.js')
if (document.querySelector('form [data-shaping]:not([data-shaping=""])')) import('./shape.js')
if (document.querySelector('[data-upload]')) import('./upload.js')
if (document.querySelector('[data-session-ends]')) import('./session.js')
if (document.querySelector('[hx-get],[hx-post]')) import('./fragments.js')
