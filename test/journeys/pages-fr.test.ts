import { walkEveryPage } from './pages.ts'

walkEveryPage('fr')
