/** How bad a problem is: an error is in the way of an upload. */
export type Severity = 'error' | 'warning' | 'info';
