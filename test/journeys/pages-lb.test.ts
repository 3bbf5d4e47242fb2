import { walkEveryPage } from './pages.ts'

walkEveryPage('lb')
