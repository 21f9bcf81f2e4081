import {join} from 'node:path';
import {sweepTemporaries} from '../files/sweep-temporaries.ts';

/** The folders of settings that contain files of this program only. */
const ownFolders = ['profiles', 'tokens'];

/** Removes abandoned temporary files of profiles and tokens, also those of earlier versions: one may contain a token. */
export async function sweepSettings(settingsFolder: string): Promise<void> {
	for (const folder of ownFolders) await sweepTemporaries(join(settingsFolder, folder), 'own folder');
}
