import {redact} from '../text/redact.ts';

/** Shorter texts are ordinary words far more often than secrets. */
const minSecretLength = 8;

/** The secrets that this process has met. */
const known = new Set<string>();

/** Keeps a text out of every later output of this process. */
export function addSecret(text: string): void {
	if (text.length >= minSecretLength) known.add(text);
}

/** Returns a text without the secrets that this process has met. */
export function withoutSecrets(text: string): string {
	return redact(text, known);
}
