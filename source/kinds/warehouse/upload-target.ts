/** Where Secoda takes a CSV that describes a warehouse, and how the form names it [doc]. */
export const uploadTarget = {endpoint: 'import_metadata/', part: 'file', contentType: 'text/csv'} as const;
