import type {HomeCommand} from '../../screens/home/state.ts';
import {showHistory} from './history.ts';
import type {HomeContext} from './home-context.ts';
import {openChosenFile} from './open.ts';
import {editProfile, openProfile, removeProfile} from './profile.ts';
import {showStart} from './show-start.ts';
import {watchUpload} from './watch.ts';

/** Runs a command of home until its screens are closed. */
export async function runHomeCommand(command: HomeCommand, context: HomeContext): Promise<void> {
	if ('name' in command && command.name !== undefined) context.selected = command.name;
	switch (command.kind) {
		case 'new':
			await showStart(context, 'back');
			break;
		case 'open':
			await openChosenFile(context, 'path');
			break;
		case 'preview':
			await openProfile(context, command.name, 'preview');
			break;
		case 'review':
			await openProfile(context, command.name, 'rows');
			break;
		case 'edit':
			await editProfile(context, command.name);
			break;
		case 'history':
			await showHistory(context, command.name);
			break;
		case 'watch':
			await watchUpload(context, {profile: command.name, id: command.upload});
			break;
		case 'remove':
			await removeProfile(context, command.name, command.neighbour);
			break;
		default:
			command satisfies never;
	}
}
