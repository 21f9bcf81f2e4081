import {accessSync, constants, statSync} from 'node:fs';
import {parse} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {default as ConfClass} from 'conf';
import {UserError} from '../errors/user-error.ts';
import type {Durability} from '../files/durability.ts';
import type {Profile, TokenPlace} from './profile.ts';
import {readSettings, settingNames} from './settings.ts';
import {settingsError} from './settings-error.ts';
import {replaceFile} from './write-safely.ts';

type Conf = typeof ConfClass<Record<string, unknown>>;

/** Loads what reads and writes profiles' files: conf, which most commands never need. */
export async function loadProfileFiles(): Promise<ProfileFiles> {
	return new ProfileFiles((await import('conf')).default<Record<string, unknown>>);
}

/** Reads and writes the file of one profile, through conf. */
export class ProfileFiles {
	readonly #Conf: Conf;

	constructor(Conf: Conf) {
		this.#Conf = Conf;
	}

	/** @throws SettingsError, `damaged-settings` when the file holds no profile. */
	read(path: string, name: string): Profile {
		assertReadable(path);
		const values = this.#values(path);
		if (values === undefined) throw damagedError(path, 'it is no JSON');
		const unknown = Object.keys(values).find(key => !settingNames.includes(key) && !ownNames.has(key));
		if (unknown !== undefined) throw damagedError(path, `"${unknown}" is no setting`);
		const {kind = 'csv', tokenPlace = 'nowhere'} = values;
		if (kind !== 'csv') throw damagedError(path, 'this version knows no other "kind" than csv');
		if (!isTokenPlace(tokenPlace)) throw damagedError(path, '"tokenPlace" should be keyring, file or nowhere');
		const settings = readSettings(values);
		if (typeof settings === 'string') throw damagedError(path, settings);
		const {url, integration} = settings;
		if (url === undefined || integration === undefined) throw damagedError(path, 'it names no url or no integration');
		return {
			...settings,
			name,
			url,
			integration,
			kind: 'csv',
			tokenPlace,
		};
	}

	/** Writes a profile in the place of one that is there. @throws SettingsError with that one unchanged. */
	write(path: string, {name: _name, ...values}: Profile): Durability {
		// As it comes back: what is undefined is not written, at any depth.
		const stored: Record<string, unknown> = JSON.parse(JSON.stringify(values));
		const wrong = readSettings(stored);
		if (typeof wrong === 'string')
			throw settingsError(`The profile was not saved: ${wrong}.`, 'Give it another value.');
		try {
			return replaceFile(
				path,
				temporary => {
					const {dir, name: configName, ext} = parse(temporary);
					new this.#Conf({cwd: dir, configName, fileExtension: ext.slice(1), configFileMode: 0o600}).store = stored;
				},
				text => isDeepStrictEqual(parseJson(text), stored),
			);
		} catch (error) {
			throw settingsError(
				`The profile was not saved to ${path}; what was there before still is.`,
				'Is the disk full? Make room and try again.',
				error,
			);
		}
	}

	/** What a settings file holds; `undefined` when it is damaged. It is left as it is. */
	#values(path: string): Record<string, unknown> | undefined {
		const {dir, name} = parse(path);
		try {
			return new this.#Conf({cwd: dir, configName: name, configFileMode: 0o600, clearInvalidConfig: false}).store;
		} catch {
			return undefined;
		}
	}
}

/** What a profile's file holds beside settings. Versions before the first release kept `lastRun` there; it is ignored. */
const ownNames: ReadonlySet<string> = new Set(['kind', 'tokenPlace', 'lastRun']);

/** A file that cannot be read is not damaged: it is left alone. */
function assertReadable(path: string): void {
	try {
		accessSync(path, constants.R_OK);
		if (!statSync(path).isFile()) throw new Error('it is no file');
	} catch (error) {
		throw settingsError(`${path} cannot be read.`, 'Check its permissions, and who owns it.', error);
	}
}

function isTokenPlace(value: unknown): value is TokenPlace {
	return value === 'keyring' || value === 'file' || value === 'nowhere';
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A profile's file does not hold a profile. */
function damagedError(path: string, reason: string): UserError<'damaged-settings'> {
	return new UserError(
		'damaged-settings',
		`The settings in ${path} are damaged: ${reason}. They were left as they are.`,
		'Correct that file, or add the profile again: the damaged file is then put aside, not erased.',
	);
}
