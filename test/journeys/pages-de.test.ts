import { walkEveryPage } from './pages.ts'

walkEveryPage('de')
