import {lstat, open, stat} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {systemCode, UserError} from '../errors/user-error.ts';
import {isObject} from './json.ts';
import {readSettings, type Settings, settingNames} from './settings.ts';
import {settingsErrors} from './settings-error.ts';
import {distrustReason} from './trust.ts';

const projectFileName = 'secoda-upload.json';

/** The settings of a project, for everyone who works in its folder. */
export type ProjectFile = {
	readonly path: string;
	/** The profile whose token and settings are used. */
	readonly profile: string | undefined;
	/** Its `file` is an absolute path here. */
	readonly settings: Settings;
};

/**
Finds the project file in a folder or one above it.

@throws SettingsError if it is not valid, contains a token, or can be changed by other users: it decides where a token is sent
*/
export async function findProjectFile(folder: string): Promise<ProjectFile | undefined> {
	for (let at = resolve(folder); ; at = dirname(at)) {
		const path = join(at, projectFileName);
		const isFile = await stat(path).then(
			stats => stats.isFile(),
			() => false,
		);
		const text = isFile ? await readTrusted(path) : undefined;
		if (text !== undefined) return readProjectFile(path, text);
		if (dirname(at) === at) return undefined;
	}
}

/** Reads a project file that the user named; it may belong to anyone. @throws SettingsError */
export async function readNamedProjectFile(path: string): Promise<ProjectFile> {
	const full = resolve(path);
	const stats = await stat(full).catch(error => Promise.reject(settingsErrors.unreadable(full, error)));
	if (!stats.isFile()) throw settingsErrors.notProjectFile(full);
	const handle = await open(full).catch(error => Promise.reject(settingsErrors.unreadable(full, error)));
	try {
		return readProjectFile(full, await handle.readFile('utf8'));
	} finally {
		await handle.close();
	}
}

/** Reads a project file that was found; `undefined` if it no longer exists. */
async function readTrusted(path: string): Promise<string | undefined> {
	try {
		const handle = await open(path);
		try {
			const link = await lstat(path);
			const why =
				distrustReason(await handle.stat()) ?? (link.isSymbolicLink() ? distrustReason({...link, mode: 0}) : undefined);
			if (why !== undefined) throw settingsErrors.untrustedProject(path, why);
			return await handle.readFile('utf8');
		} finally {
			await handle.close();
		}
	} catch (error) {
		const code = systemCode(error);
		if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
		throw error instanceof UserError ? error : settingsErrors.unreadable(path, error);
	}
}

function readProjectFile(path: string, text: string): ProjectFile {
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		// The message quotes the text, which may be a token, so only its position is shown.
		const place = /line \d+ column \d+/.exec(error instanceof Error ? error.message : '')?.[0];
		throw settingsErrors.badProject(path, place === undefined ? 'it is not JSON' : `it is not JSON, see ${place}`);
	}

	if (!isObject(json)) throw settingsErrors.badProject(path, 'it must be a JSON object');
	if (Object.keys(json).some(name => /token|secret|password|api[-_ ]?key|authorization|bearer/i.test(name))) {
		throw settingsErrors.tokenInProject(path);
	}

	const unknown = Object.keys(json).find(name => name !== 'profile' && !settingNames.includes(name));
	if (unknown !== undefined) throw settingsErrors.badProject(path, `"${unknown}" is not a setting`);
	const settings = readSettings(json);
	if (typeof settings === 'string') throw settingsErrors.badProject(path, settings);
	const {profile} = json;
	if (profile !== undefined && typeof profile !== 'string')
		throw settingsErrors.badProject(path, '"profile" must be a name');
	const files = (['file', 'secondFile'] as const).flatMap(name => {
		const file = settings[name];
		return file === undefined ? [] : [[name, resolve(dirname(path), file)] as const];
	});
	return {path, profile, settings: {...settings, ...Object.fromEntries(files)}};
}
