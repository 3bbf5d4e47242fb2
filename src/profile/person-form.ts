import type { Form } from '../forms/definition.ts'

export const personForm: Form = {
  pages: [{ id: 'data', title: { de: '', fr: '', en: '', lb: '' }, groups: [] }],
}
