import {accessSync, constants, readdirSync, renameSync, rmSync, statSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {dirname, join, parse} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {default as ConfClass} from 'conf';
import {locked} from './lock.ts';
import {isProfileName, type LastRun, type Profile, profileNameRule, type TokenPlace} from './profile.ts';
import {isObject, readSettings, settingNames} from './settings.ts';
import {SettingsError} from './settings-error.ts';
import {NotDurable, replaceFile} from './write-safely.ts';

type Conf = typeof ConfClass<Record<string, unknown>>;

/** A profile whose settings file cannot be read. */
export type Damaged = {readonly name: string; readonly error: SettingsError};

/** What a save did beside saving: a damaged file of that name was put aside under this path. */
export type Saved = {
	readonly profile: Profile;
	/** What it has replaced. */
	readonly before: Profile | undefined;
	readonly setAside?: string;
};

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

	/**
	Writes a profile, in the place of one of this name. `make` gets that one as it stands then, so that two writers do not undo
	each other's work. A damaged one is put aside. @throws SettingsError
	*/
	async save(name: string, make: (before: Profile | undefined) => Profile): Promise<Saved> {
		if (!isProfileName(name)) throw new SettingsError(`"${name}" is no name for a profile.`, profileNameRule);
		const Conf = await loadConf();
		return this.#locked(() => {
			const before = this.#has(name) ? this.#readUnlessDamaged(Conf, name) : undefined;
			const profile = make(before);
			const setAside = this.#has(name) && before === undefined ? this.#setAside(name) : undefined;
			try {
				this.#write(Conf, profile);
			} catch (error) {
				if (setAside !== undefined && !this.#has(name)) renameSync(setAside, this.#path(name));
				throw error;
			}

			return {profile, before, ...(setAside === undefined ? {} : {setAside})};
		});
	}

	/**
	Changes a profile as it stands now, so that what others wrote meanwhile is kept. Answers what it is then; nothing when it
	is gone.
	*/
	async update(name: string, change: (profile: Profile) => Profile): Promise<Profile | undefined> {
		const Conf = await loadConf();
		return this.#locked(() => {
			if (!this.#has(name)) return undefined;
			const changed = change(this.#read(Conf, name));
			this.#write(Conf, changed);
			return changed;
		});
	}

	/** Whether profiles can be written at all. @throws SettingsError that says why not. */
	async assertWritable(): Promise<void> {
		await this.#locked(() => accessSync(this.#folder, constants.W_OK));
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
				'Try again when nobody else writes there; is the folder yours, and is there room on the disk?',
				error,
			);
		}
	}

	#read(Conf: Conf, name: string): Profile {
		const path = this.#path(name);
		assertReadable(path);
		const values = openConf(Conf, path);
		if (values === undefined) throw new DamagedError(path, 'it is no JSON');
		const unknown = Object.keys(values).find(key => !settingNames.includes(key) && !ownNames.has(key));
		if (unknown !== undefined) throw new DamagedError(path, `"${unknown}" is no setting`);
		if (values.kind !== undefined && values.kind !== 'csv')
			throw new DamagedError(path, 'this version knows no other "kind" than csv');
		const {tokenPlace = 'nowhere'} = values;
		if (!isTokenPlace(tokenPlace)) throw new DamagedError(path, '"tokenPlace" should be keyring, file or nowhere');
		const settings = readSettings(values);
		if (typeof settings === 'string') throw new DamagedError(path, settings);
		const {url, integration} = settings;
		if (url === undefined || integration === undefined)
			throw new DamagedError(path, 'it names no url or no integration');
		const lastRun = lastRunOf(values.lastRun);
		return {
			...settings,
			name,
			url,
			integration,
			kind: 'csv',
			tokenPlace,
			...(lastRun === undefined ? {} : {lastRun}),
		};
	}

	#write(Conf: Conf, {name, ...values}: Profile): void {
		// As it comes back: what is undefined is not written, at any depth.
		const stored: Record<string, unknown> = JSON.parse(JSON.stringify(values));
		const wrong = readSettings(stored);
		if (typeof wrong === 'string')
			throw new SettingsError(`The profile was not saved: ${wrong}.`, 'Give it another value.');
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
				throw new PerhapsLost(
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

	/** @throws SettingsError for a file that may be whole, but cannot be read. */
	#readUnlessDamaged(Conf: Conf, name: string): Profile | undefined {
		try {
			return this.#read(Conf, name);
		} catch (error) {
			if (error instanceof DamagedError) return undefined;
			throw error;
		}
	}

	#setAside(name: string): string {
		const aside = join(dirname(this.#path(name)), `${name}.json.damaged-${Date.now()}`);
		renameSync(this.#path(name), aside);
		return aside;
	}
}

/** What a profile's file holds beside settings. */
const ownNames: ReadonlySet<string> = new Set(['kind', 'tokenPlace', 'lastRun']);

/** A file that cannot be read is not damaged: it is left alone. */
function assertReadable(path: string): void {
	try {
		accessSync(path, constants.R_OK);
		if (!statSync(path).isFile()) throw new Error('it is no file');
	} catch (error) {
		throw new SettingsError(`${path} cannot be read.`, 'Check its permissions, and who owns it.', error);
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

function isTokenPlace(value: unknown): value is TokenPlace {
	return value === 'keyring' || value === 'file' || value === 'nowhere';
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

/** The profile stands there, and that is all that is known. */
export class PerhapsLost extends SettingsError {}

/** What stands in a profile's file is no profile. */
class DamagedError extends SettingsError {
	constructor(path: string, reason: string) {
		super(
			`The settings in ${path} are damaged: ${reason}. They were left as they are.`,
			'Correct that file, or add the profile again: the damaged file is then put aside, not erased.',
		);
	}
}
