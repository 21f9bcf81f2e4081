import {redact} from '../text/redact.ts';

/** A shorter text is more likely an ordinary word than a secret. */
const minSecretLength = 8;

/** The secrets that this process has read. */
const known = new Set<string>();

/** Registers a text that no later output of this process may contain. */
export function addSecret(text: string): void {
	if (text.length >= minSecretLength) known.add(text);
}

/** Returns a text with the registered secrets removed. */
export function withoutSecrets(text: string): string {
	return redact(text, known);
}

/** Forgets the registered secrets. @forTests */
export function forgetSecrets(): void {
	known.clear();
}
