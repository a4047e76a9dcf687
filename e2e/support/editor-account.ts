/** The editor of the portal that the end-to-end tests run against. */
export const editorEmail = 'editor@example.com';
export const editorPassword = 'correct horse battery staple';
