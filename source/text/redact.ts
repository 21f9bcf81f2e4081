/** What a secret is replaced by. */
export const hiddenSecret = '[hidden]';

/** Returns a text without secrets: as they are, and as JSON or a URL writes them. */
export function redact(text: string, secrets: Iterable<string>): string {
	let clean = text;
	for (const secret of secrets) for (const form of formsOf(secret)) clean = clean.replaceAll(form, hiddenSecret);
	return clean;
}

/** The ways in which a secret can be written. */
function formsOf(secret: string): ReadonlySet<string> {
	return new Set([
		secret,
		encodeURIComponent(secret),
		JSON.stringify(secret).slice(1, -1),
		secret.replaceAll('/', '\\/'),
	]);
}
