import { walkEveryPage } from './pages.ts'

walkEveryPage('en')
