import {parse} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {UserError} from '../errors/user-error.ts';
import type {Durability} from '../files/durability.ts';
import {parseJson} from './json.ts';
import {writePrivateFile} from './private-file.ts';
import type {Profile} from './profile.ts';
import {profileSchema} from './profile-schema.ts';
import {settingsErrors} from './settings-error.ts';

/**
Writes or replaces the file of a profile. conf checks the profile against its JSON schema and writes the temporary file; conf
is loaded here only, because its schema compiler takes as long to load as the rest of a command.

@throws SettingsError; the file is then unchanged
*/
export async function writeProfile(path: string, {name: _name, ...values}: Profile): Promise<Durability> {
	const {default: Conf} = await import('conf');
	// As JSON returns it: a value that is undefined is not written, at any depth.
	const stored: Record<string, unknown> = JSON.parse(JSON.stringify(values));
	try {
		return await writePrivateFile(path, file =>
			file.fill(
				temporary => {
					const {dir, name: configName, ext} = parse(temporary);
					const options = {cwd: dir, configName, fileExtension: ext.slice(1), configFileMode: 0o600};
					// The temporary file is empty, which is not valid JSON.
					new Conf<Record<string, unknown>>({...options, ...profileSchema, clearInvalidConfig: true}).store = stored;
				},
				text => isDeepStrictEqual(parseJson(text), stored),
			),
		);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		throw settingsErrors.notSaved(error);
	}
}
