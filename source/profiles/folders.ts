import {homedir} from 'node:os';
import {join} from 'node:path';

export type AppFolders = {
	/** Profiles. */
	readonly settings: string;
	/** History and snapshots. */
	readonly state: string;
};

const name = 'secoda-upload';

/** Returns the folders of this program. `SECODA_UPLOAD_HOME`, if it is set, contains all of them. */
export function appFolders(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): AppFolders {
	if (env.SECODA_UPLOAD_HOME) return {settings: env.SECODA_UPLOAD_HOME, state: join(env.SECODA_UPLOAD_HOME, 'state')};
	const home = env.HOME || homedir();
	if (platform === 'darwin') {
		const library = join(home, 'Library');
		return {settings: join(library, 'Preferences', name), state: join(library, 'Application Support', name)};
	}

	if (platform === 'win32') {
		return {
			settings: join(env.APPDATA || join(home, 'AppData', 'Roaming'), name),
			state: join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), name),
		};
	}

	return {
		settings: join(env.XDG_CONFIG_HOME || join(home, '.config'), name),
		state: join(env.XDG_STATE_HOME || join(home, '.local', 'state'), name),
	};
}
