import type { Form } from '../forms/definition.ts'

export const companyForm: Form = {
  pages: [{ id: 'data', title: { de: '', fr: '', en: '', lb: '' }, groups: [] }],
}
