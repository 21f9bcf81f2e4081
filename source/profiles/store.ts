import {constants, readdirSync, renameSync, rmSync} from 'node:fs';
import {access, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {hasCode, systemCode} from '../errors/user-error.ts';
import type {Durability} from '../files/durability.ts';
import {syncFolder} from '../files/sync-folder.ts';
import {withLock} from '../sqlite/lock.ts';
import {isProfileName, type Profile} from './profile.ts';
import {readProfile} from './profile-file.ts';
import {isSettingsError, type SettingsError, settingsErrors} from './settings-error.ts';
import {sweepSettings} from './sweep-settings.ts';
import {otherWriters} from './trust.ts';
import {writeProfile} from './write-profile.ts';

/** A profile whose file cannot be read. */
export type DamagedProfile = {readonly name: string; readonly error: SettingsError};

/** A profile as its file now has it. */
export type UpdatedProfile = {
	readonly profile: Profile;
	readonly durability: Durability;
};

/** The result of a save. */
export type StoredProfile = UpdatedProfile & {
	/** The profile that was replaced. */
	readonly before: Profile | undefined;
	/** The new path of a damaged file of that name. */
	readonly setAside?: string;
};

/** The saved profiles, one file each, so that writers of different profiles never conflict. */
export class ProfileStore {
	readonly #settingsFolder: string;
	readonly #folder: string;

	constructor(settingsFolder: string) {
		this.#settingsFolder = settingsFolder;
		this.#folder = join(settingsFolder, 'profiles');
	}

	/** Returns the names of all profiles, including damaged ones. @throws SettingsError */
	async names(): Promise<string[]> {
		return profileNames(await readdir(this.#folder).catch(emptyIfMissing(this.#folder)));
	}

	/** Returns all profiles by name, and those that cannot be read. @throws SettingsError */
	async all(): Promise<{readonly profiles: readonly Profile[]; readonly damaged: readonly DamagedProfile[]}> {
		const profiles: Profile[] = [];
		const damaged: DamagedProfile[] = [];
		for (const name of await this.names()) {
			try {
				const profile = await this.get(name);
				if (profile !== undefined) profiles.push(profile);
			} catch (error) {
				if (!isSettingsError(error)) throw error;
				damaged.push({name, error});
			}
		}

		return {profiles, damaged};
	}

	/** Returns a profile; `undefined` if no profile has that name. @throws SettingsError */
	async get(name: string): Promise<Profile | undefined> {
		if (!(await this.names()).includes(name)) return undefined;
		await this.#assertTrusted(this.#path(name));
		return readProfile(this.#path(name), name);
	}

	/**
	Saves a profile. `make` gets the profile of that name as its file has it now, so that two writers do not overwrite each
	other's changes. A damaged file of that name is set aside.

	@throws SettingsError
	*/
	async save(name: string, make: (before: Profile | undefined) => Profile): Promise<StoredProfile> {
		if (!isProfileName(name)) throw settingsErrors.badProfileName(name);
		return this.#locked(async () => {
			const before = this.#has(name) ? this.#readUnlessDamaged(name) : undefined;
			const profile = make(before);
			const setAside = this.#has(name) && before === undefined ? this.#setAside(name) : undefined;
			try {
				const durability = await writeProfile(this.#path(name), profile);
				return {profile, durability, before, ...(setAside === undefined ? {} : {setAside})};
			} catch (error) {
				if (setAside !== undefined && !this.#has(name)) renameSync(setAside, this.#path(name));
				throw error;
			}
		});
	}

	/** Changes a profile as its file has it now. Returns the new profile; `undefined` if it does not exist. @throws SettingsError */
	async update(name: string, change: (profile: Profile) => Profile): Promise<UpdatedProfile | undefined> {
		return this.#locked(async () => {
			if (!this.#has(name)) return undefined;
			const profile = change(readProfile(this.#path(name), name));
			return {profile, durability: await writeProfile(this.#path(name), profile)};
		});
	}

	/** @throws SettingsError if profiles cannot be written */
	async assertWritable(): Promise<void> {
		await this.#locked(() => access(this.#folder, constants.W_OK));
	}

	/** Removes a profile. Returns `undefined` if there was none. @throws SettingsError */
	async remove(name: string): Promise<Durability | undefined> {
		if (!(await this.names()).includes(name)) return undefined;
		// Locked, so that a change that is being written cannot restore it.
		return this.#locked(async () => {
			if (!this.#has(name)) return undefined;
			rmSync(this.#path(name));
			return syncFolder(this.#folder);
		});
	}

	/** A profile decides where a token is sent. @throws SettingsError if other users can change it */
	async #assertTrusted(path: string): Promise<void> {
		for (const place of [this.#folder, path]) {
			const stats = await stat(place).catch(() => undefined);
			const why = stats && otherWriters(stats);
			if (why !== undefined) throw settingsErrors.untrustedProfile(place, why);
		}
	}

	#has(name: string): boolean {
		return profileNames(readdirSync(this.#folder)).includes(name);
	}

	#path(name: string): string {
		return join(this.#folder, `${name}.json`);
	}

	async #locked<Result>(work: () => Promise<Result>): Promise<Result> {
		await sweepSettings(this.#settingsFolder);
		try {
			return await withLock(this.#folder, work);
		} catch (error) {
			throw isSettingsError(error) ? error : settingsErrors.notWritable(this.#folder, error);
		}
	}

	/** @throws SettingsError if the file cannot be read: it may be intact */
	#readUnlessDamaged(name: string): Profile | undefined {
		try {
			return readProfile(this.#path(name), name);
		} catch (error) {
			if (hasCode(error, ['damaged-settings'])) return undefined;
			throw error;
		}
	}

	#setAside(name: string): string {
		const aside = join(this.#folder, `${name}.json.damaged-${Date.now()}`);
		renameSync(this.#path(name), aside);
		return aside;
	}
}

/** Returns no names for a folder that does not exist. */
function emptyIfMissing(folder: string): (error: unknown) => string[] {
	return error => {
		if (systemCode(error) === 'ENOENT') return [];
		throw settingsErrors.unreadableFolder(folder, error);
	};
}

function profileNames(files: readonly string[]): string[] {
	return files
		.flatMap(file => /^(.+)\.json$/.exec(file)?.[1] ?? [])
		.filter(isProfileName)
		.sort();
}
