import type {TokenStorage} from '../../services/workspace.ts';
import {headlessTexts} from './texts.ts';

/** Returns the command that uploads without the app, and where its token comes from when none is stored. */
export function headlessCommand(name: string, storage: TokenStorage | undefined): readonly string[] {
	const isStored = storage === 'keyring' || storage === 'file';
	return [headlessTexts.command(name), ...(isStored ? [] : [headlessTexts.token])];
}
