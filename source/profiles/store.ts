import {readdirSync, renameSync, rmSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {dirname, join, parse} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {default as ConfClass} from 'conf';
import {locked} from './lock.ts';
import {isProfileName, type LastRun, type Profile, profileNameRule, type TokenPlace} from './profile.ts';
import {isObject, readSettings} from './settings.ts';
import {SettingsError} from './settings-error.ts';
import {NotDurable, replaceFile} from './write-safely.ts';

type Conf = typeof ConfClass<Record<string, unknown>>;

/** A profile whose settings file cannot be read. */
export type Damaged = {readonly name: string; readonly error: SettingsError};

/** What a save did beside saving: a damaged file of that name was put aside under this path. */
export type Saved = {readonly setAside?: string};

/** The saved profiles: one settings file each, so that two writers of different ones cannot meet. */
export class ProfileStore {
	readonly #folder: string;

	constructor(settingsFolder: string) {
		this.#folder = join(settingsFolder, 'profiles');
	}

	/** The names of all profiles, damaged ones among them. */
	async names(): Promise<string[]> {
		return profileNames(await readdir(this.#folder).catch(noneThere(this.#folder)));
	}

	/** All profiles by name, and those that cannot be read. */
	async all(): Promise<{readonly profiles: readonly Profile[]; readonly damaged: readonly Damaged[]}> {
		const profiles: Profile[] = [];
		const damaged: Damaged[] = [];
		for (const name of await this.names()) {
			try {
				const profile = await this.get(name);
				if (profile !== undefined) profiles.push(profile);
			} catch (error) {
				if (!(error instanceof SettingsError)) throw error;
				damaged.push({name, error});
			}
		}

		return {profiles, damaged};
	}

	/** A profile; `undefined` when there is none of this name. @throws SettingsError when its file is damaged. */
	async get(name: string): Promise<Profile | undefined> {
		if (!(await this.names()).includes(name)) return undefined;
		return this.#read(await loadConf(), name);
	}

	/** Writes a profile, in the place of one of this name. A damaged one is put aside. @throws SettingsError */
	async save(profile: Profile): Promise<Saved> {
		if (!isProfileName(profile.name))
			throw new SettingsError(`"${profile.name}" is no name for a profile.`, profileNameRule);
		const Conf = await loadConf();
		return this.#locked(() => {
			const setAside = this.#setAsideIfDamaged(Conf, profile.name);
			try {
				this.#write(Conf, profile);
			} catch (error) {
				if (setAside !== undefined && !this.#has(profile.name)) renameSync(setAside, this.#path(profile.name));
				throw error;
			}

			return setAside === undefined ? {} : {setAside};
		});
	}

	/** Changes a profile as it stands now, so that what others wrote meanwhile is kept. Nothing when it is gone. */
	async update(name: string, change: Partial<Omit<Profile, 'name'>>): Promise<void> {
		const Conf = await loadConf();
		await this.#locked(() => {
			if (!this.#has(name)) return;
			this.#write(Conf, {...this.#read(Conf, name), ...change}, openConf(Conf, this.#path(name)));
		});
	}

	/** Answers whether there was one. */
	async remove(name: string): Promise<boolean> {
		if (!(await this.names()).includes(name)) return false;
		// In turn with the other writers: a change that is being written must not bring it back.
		return this.#locked(() => {
			if (!this.#has(name)) return false;
			rmSync(this.#path(name));
			return true;
		});
	}

	#has(name: string): boolean {
		return profileNames(readdirSync(this.#folder)).includes(name);
	}

	#path(name: string): string {
		return join(this.#folder, `${name}.json`);
	}

	async #locked<Result>(work: () => Result): Promise<Result> {
		try {
			return await locked(this.#folder, work);
		} catch (error) {
			if (error instanceof SettingsError) throw error;
			const reason = error instanceof Error ? error.message : String(error);
			throw new SettingsError(
				`The settings in ${this.#folder} cannot be written: ${reason}. They are as they were.`,
				'Is the folder yours, and is there room on the disk?',
				error,
			);
		}
	}

	#read(Conf: Conf, name: string): Profile {
		const path = this.#path(name);
		const values = openConf(Conf, path);
		if (values === undefined) throw damaged(path, 'it is no JSON');
		const settings = readSettings(values);
		if (typeof settings === 'string') throw damaged(path, settings);
		const {url, integration} = settings;
		if (url === undefined || integration === undefined) throw damaged(path, 'it names no url or no integration');
		const lastRun = lastRunOf(values.lastRun);
		return {
			...settings,
			name,
			url,
			integration,
			kind: 'csv',
			tokenPlace: tokenPlaceOf(values),
			...(lastRun === undefined ? {} : {lastRun}),
		};
	}

	/** `under`: what stands there, of which what this program does not know is kept. */
	#write(Conf: Conf, {name, ...values}: Profile, under: Readonly<Record<string, unknown>> = {}): void {
		// As it comes back: what is undefined is not written, at any depth.
		const stored: Record<string, unknown> = JSON.parse(JSON.stringify({...under, ...values}));
		const path = this.#path(name);
		try {
			replaceFile(
				path,
				temporary => {
					const {dir, name: configName, ext} = parse(temporary);
					new Conf({cwd: dir, configName, fileExtension: ext.slice(1), configFileMode: 0o600}).store = stored;
				},
				text => isDeepStrictEqual(parseJson(text), stored),
			);
		} catch (error) {
			if (error instanceof NotDurable) {
				throw new SettingsError(
					`The profile is in ${path}, but may be lost with a power cut: ${error.message}.`,
					'Look after the disk, then save it again.',
					error,
				);
			}

			throw new SettingsError(
				`The profile was not saved to ${path}; what was there before still is.`,
				'Is the disk full? Make room and try again.',
				error,
			);
		}
	}

	#setAsideIfDamaged(Conf: Conf, name: string): string | undefined {
		if (!this.#has(name)) return undefined;
		try {
			this.#read(Conf, name);
			return undefined;
		} catch {
			const aside = join(dirname(this.#path(name)), `${name}.json.damaged-${Date.now()}`);
			renameSync(this.#path(name), aside);
			return aside;
		}
	}
}

/** Conf is loaded only where a profile is there or made: most commands never need it. */
async function loadConf(): Promise<Conf> {
	return (await import('conf')).default<Record<string, unknown>>;
}

/** What a settings file holds; `undefined` when it is damaged. It is left as it is. */
function openConf(Conf: Conf, path: string): Record<string, unknown> | undefined {
	const {dir, name} = parse(path);
	try {
		return new Conf({cwd: dir, configName: name, configFileMode: 0o600, clearInvalidConfig: false}).store;
	} catch {
		return undefined;
	}
}

/** A folder that is not there holds none; one that cannot be read is another matter. */
function noneThere(folder: string): (error: NodeJS.ErrnoException) => string[] {
	return error => {
		if (error.code === 'ENOENT') return [];
		throw new SettingsError(
			`The settings in ${folder} cannot be read: ${error.message}.`,
			'Check the permissions of that folder, and that it is one.',
			error,
		);
	};
}

function profileNames(files: readonly string[]): string[] {
	return files
		.flatMap(file => /^(.+)\.json$/.exec(file)?.[1] ?? [])
		.filter(isProfileName)
		.sort();
}

function tokenPlaceOf({tokenPlace}: Readonly<Record<string, unknown>>): TokenPlace {
	return tokenPlace === 'keyring' || tokenPlace === 'file' ? tokenPlace : 'nowhere';
}

function lastRunOf(value: unknown): LastRun | undefined {
	if (!isObject(value)) return undefined;
	const {at, outcome, message} = value;
	const whole = typeof at === 'string' && typeof outcome === 'string' && typeof message === 'string';
	return whole ? {at, outcome, message} : undefined;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function damaged(path: string, reason: string): SettingsError {
	return new SettingsError(
		`The settings in ${path} are damaged: ${reason}. They were left as they are.`,
		'Correct that file, or add the profile again: the damaged file is then put aside, not erased.',
	);
}
