import type {Settings} from './settings.ts';

/** Where the token of a profile is kept. */
export type TokenPlace = 'keyring' | 'file' | 'nowhere';

/** Where a file goes and how, under a name. */
export type Profile = Settings & {
	readonly name: string;
	readonly url: string;
	readonly integration: string;
	/** What the file is. */
	readonly kind: 'csv';
	/** Where its token is: then "none there" means "locked". */
	readonly tokenPlace: TokenPlace;
};

const namePattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

export function isProfileName(text: string): boolean {
	return namePattern.test(text);
}

/** A name of a profile made of any text, such as an integration's name. */
export function profileNameFrom(text: string): string {
	const name = text
		.toLowerCase()
		.replace(/[^a-z0-9._-]+/g, '-')
		.replace(/^[._-]+|[._-]+$/g, '')
		.slice(0, 64);
	return isProfileName(name) ? name : 'warehouse';
}

export const profileNameHint =
	'Use small letters, digits, dots, hyphens and underscores, a letter or digit first, 64 at most.';
