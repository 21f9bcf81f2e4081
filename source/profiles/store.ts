import {accessSync, constants, readdirSync, renameSync, rmSync} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {hasCode} from '../errors/user-error.ts';
import type {Durability} from '../files/durability.ts';
import {syncFolderNow} from '../files/sync-folder.ts';
import {withLock} from '../sqlite/lock.ts';
import {shellWord} from '../text/shell-word.ts';
import {isProfileName, type Profile, profileNameHint} from './profile.ts';
import {loadProfileWriter, readProfile} from './profile-file.ts';
import {isSettingsError, type SettingsError, settingsError, untrustedSettings} from './settings-error.ts';
import {otherWriters} from './trust.ts';

/** A profile whose settings file cannot be read. */
export type DamagedProfile = {readonly name: string; readonly error: SettingsError};

/** A profile as it is now in its file. */
export type UpdatedProfile = {
	readonly profile: Profile;
	readonly durability: Durability;
};

/** What a save did beside saving: a damaged file of that name was put aside under this path. */
export type StoredProfile = UpdatedProfile & {
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
		return profileNames(await readdir(this.#folder).catch(emptyIfMissing(this.#folder)));
	}

	/** All profiles by name, and those that cannot be read. */
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

	/** A profile; `undefined` when there is none of this name. @throws SettingsError when its file is damaged. */
	async get(name: string): Promise<Profile | undefined> {
		if (!(await this.names()).includes(name)) return undefined;
		await this.#assertTrusted(this.#path(name));
		return readProfile(this.#path(name), name);
	}

	/**
	Writes a profile, in the place of one of this name. `make` gets that one as it stands then, so that two writers do not undo
	each other's work. A damaged one is put aside. @throws SettingsError
	*/
	async save(name: string, make: (before: Profile | undefined) => Profile): Promise<StoredProfile> {
		if (!isProfileName(name)) throw settingsError(`"${name}" is not a valid profile name.`, profileNameHint);
		const write = await loadProfileWriter();
		return this.#locked(() => {
			const before = this.#has(name) ? this.#readUnlessDamaged(name) : undefined;
			const profile = make(before);
			const setAside = this.#has(name) && before === undefined ? this.#setAside(name) : undefined;
			try {
				const durability = write(this.#path(name), profile);
				return {profile, durability, before, ...(setAside === undefined ? {} : {setAside})};
			} catch (error) {
				if (setAside !== undefined && !this.#has(name)) renameSync(setAside, this.#path(name));
				throw error;
			}
		});
	}

	/**
	Changes a profile as it stands now, so that what others wrote meanwhile is kept. Answers what it is then; nothing when it
	is gone.
	*/
	async update(name: string, change: (profile: Profile) => Profile): Promise<UpdatedProfile | undefined> {
		const write = await loadProfileWriter();
		return this.#locked(() => {
			if (!this.#has(name)) return undefined;
			const profile = change(readProfile(this.#path(name), name));
			return {profile, durability: write(this.#path(name), profile)};
		});
	}

	/** Whether profiles can be written at all. @throws SettingsError that says why not. */
	async assertWritable(): Promise<void> {
		await this.#locked(() => accessSync(this.#folder, constants.W_OK));
	}

	/** Removes a profile. Returns whether it is gone after a power failure too; `undefined` if there was none. */
	async remove(name: string): Promise<Durability | undefined> {
		if (!(await this.names()).includes(name)) return undefined;
		// In turn with the other writers: a change that is being written must not bring it back.
		return this.#locked(() => {
			if (!this.#has(name)) return undefined;
			rmSync(this.#path(name));
			return syncFolderNow(this.#folder);
		});
	}

	/** A profile decides where a token is sent. @throws SettingsError when other users may change it. */
	async #assertTrusted(path: string): Promise<void> {
		for (const place of [this.#folder, path]) {
			const stats = await stat(place).catch(() => undefined);
			const why = stats && otherWriters(stats);
			if (why !== undefined)
				throw untrustedSettings(
					`${place} ${why}. It decides where data and token are sent, so it was not used.`,
					`Look what is in it, then: chmod go-w ${shellWord(place)}`,
				);
		}
	}

	#has(name: string): boolean {
		return profileNames(readdirSync(this.#folder)).includes(name);
	}

	#path(name: string): string {
		return join(this.#folder, `${name}.json`);
	}

	async #locked<Result>(work: () => Result): Promise<Result> {
		try {
			return await withLock(this.#folder, work);
		} catch (error) {
			if (isSettingsError(error)) throw error;
			const reason = error instanceof Error ? error.message : String(error);
			throw settingsError(
				`The settings in ${this.#folder} cannot be written: ${reason}. They are as they were.`,
				'Try again when nobody else writes there; is the folder yours, and is there room on the disk?',
				error,
			);
		}
	}

	/** @throws SettingsError for a file that may be whole, but cannot be read. */
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

/** A folder that is not there holds none; one that cannot be read is another matter. */
function emptyIfMissing(folder: string): (error: NodeJS.ErrnoException) => string[] {
	return error => {
		if (error.code === 'ENOENT') return [];
		throw settingsError(
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
