/** The text that replaces a secret. */
export const hiddenSecret = '[hidden]';

/** Replaces secrets in a text, also in the form that they have in JSON or in a URL. */
export function redact(text: string, secrets: Iterable<string>): string {
	let clean = text;
	for (const secret of secrets) for (const form of formsOf(secret)) clean = clean.replaceAll(form, hiddenSecret);
	return clean;
}

/** Returns the forms in which a secret can be written. */
function formsOf(secret: string): ReadonlySet<string> {
	return new Set([
		secret,
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		secret.replaceAll('/', '\\/'),
	]);
}
