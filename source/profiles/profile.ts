import type {Settings} from './settings.ts';

/** Where the token of a profile is stored. */
export type TokenPlace = 'keyring' | 'file' | 'nowhere';

/** The settings of an upload, under a name. */
export type Profile = Settings & {
	readonly name: string;
	readonly url: string;
	readonly integration: string;
	/** The kind of the file. */
	readonly kind: 'csv';
	/** Where its token is stored. If the keyring then has none, it is locked. */
	readonly tokenPlace: TokenPlace;
};

const namePattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

export function isProfileName(text: string): boolean {
	return namePattern.test(text);
}

/** Returns a valid profile name made of any text, such as the name of an integration. */
export function profileNameFrom(text: string): string {
	const name = text
		.toLowerCase()
		.replace(/[^a-z0-9._-]+/g, '-')
		.replace(/^[._-]+|[._-]+$/g, '')
		.slice(0, 64);
	return isProfileName(name) ? name : 'warehouse';
}

export const profileNameHint =
	'Use up to 64 lower-case letters, digits, dots, hyphens and underscores. Begin with a letter or a digit.';
