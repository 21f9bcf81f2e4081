import type {HomeCommand} from '../../screens/home/state.ts';
import {showHistory} from './history.ts';
import type {HomeContext} from './home-context.ts';
import {openChosenFile} from './open.ts';
import {editProfile, openProfile, removeProfile} from './profile.ts';
import {showStart} from './show-start.ts';
import {watchUpload} from './watch.ts';

/** Does what the person wants. */
export async function runHomeCommand(errand: HomeCommand, visit: HomeContext): Promise<void> {
	if ('name' in errand) visit.selected = errand.name;
	switch (errand.kind) {
		case 'new':
			await showStart(visit, 'back');
			break;
		case 'open':
			await openChosenFile(visit);
			break;
		case 'preview':
			await openProfile(visit, errand.name, 'preview');
			break;
		case 'review':
			await openProfile(visit, errand.name, 'rows');
			break;
		case 'edit':
			await editProfile(visit, errand.name);
			break;
		case 'history':
			await showHistory(visit, errand.name);
			break;
		case 'watch':
			await watchUpload(visit, errand.name, errand.upload);
			break;
		case 'remove':
			await removeProfile(visit, errand.name, errand.neighbour);
			break;
		default:
			errand satisfies never;
	}
}
