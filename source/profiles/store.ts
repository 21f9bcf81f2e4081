import {readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type Conf from 'conf';

/** Where a file goes, under a name. */
export type Profile = {
	readonly name: string;
	/** us, eu, apac or an own address. */
	readonly url: string;
	readonly integration: string;
	/** The file that is uploaded when none is named. */
	readonly file?: string;
	/** Whether a token was put into the keyring: then "none there" means "locked". */
	readonly tokenStored: boolean;
};

/** Settings that cannot be read or written. Nothing of them is erased. */
export class SettingsError extends Error {
	override readonly name = 'SettingsError';
	readonly next: string;

	constructor(message: string, next: string, cause?: unknown) {
		super(message, cause === undefined ? undefined : {cause});
		this.next = next;
	}
}

const namePattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** The saved profiles: one settings file each, so that two writers of different ones cannot meet. */
export class ProfileStore {
	readonly #folder: string;

	constructor(settingsFolder: string) {
		this.#folder = join(settingsFolder, 'profiles');
	}

	/** The names of all profiles. */
	async names(): Promise<string[]> {
		const files = await readdir(this.#folder).catch(() => []);
		return files
			.flatMap(file => /^(.+)\.json$/.exec(file)?.[1] ?? [])
			.filter(name => namePattern.test(name))
			.sort();
	}

	/** A profile; `undefined` when there is none of this name. @throws SettingsError when its file is damaged. */
	async get(name: string): Promise<Profile | undefined> {
		if (!(await this.names()).includes(name)) return undefined;
		const {url, integration, file, tokenStored} = (await this.#open(name)).store;
		if (typeof url !== 'string' || typeof integration !== 'string') throw damaged(this.#path(name));
		return {name, url, integration, tokenStored: tokenStored === true, ...(typeof file === 'string' ? {file} : {})};
	}

	/** Writes a profile and reads it back: on a full disk conf says nothing. @throws SettingsError */
	async save({name, ...values}: Profile): Promise<void> {
		if (!namePattern.test(name)) {
			throw new SettingsError(
				`"${name}" is no name for a profile.`,
				'Use small letters, digits, dots, hyphens and underscores, 64 at most.',
			);
		}

		const settings = await this.#open(name);
		const previous = settings.store;
		settings.store = values;
		const written = await this.get(name).catch(() => undefined);
		if (isDeepStrictEqual(written, {name, ...values})) return;
		settings.store = previous;
		throw new SettingsError(
			`The profile was not saved to ${this.#path(name)}.`,
			'Is the disk full? Make room and try again.',
		);
	}

	/** Answers whether there was one. */
	async remove(name: string): Promise<boolean> {
		if (!(await this.names()).includes(name)) return false;
		await rm(this.#path(name));
		return true;
	}

	#path(name: string): string {
		return join(this.#folder, `${name}.json`);
	}

	/** Conf is loaded only for a profile that is there: most commands never need it. */
	async #open(name: string): Promise<Conf<Record<string, unknown>>> {
		const {default: Conf} = await import('conf');
		try {
			return new Conf<Record<string, unknown>>({
				cwd: this.#folder,
				configName: name,
				configFileMode: 0o600,
				clearInvalidConfig: false,
			});
		} catch (error) {
			throw damaged(this.#path(name), error);
		}
	}
}

function damaged(path: string, cause?: unknown): SettingsError {
	return new SettingsError(
		`The settings in ${path} are damaged. They were left as they are.`,
		'Correct that file, or move it away and add the profile again.',
		cause,
	);
}
