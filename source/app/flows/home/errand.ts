import type {Errand} from '../../screens/home/state.ts';
import {begin} from './begin.ts';
import {showHistory} from './history.ts';
import {openAny} from './open.ts';
import {editProfile, openProfile, removeProfile} from './profile.ts';
import type {Visit} from './visit.ts';
import {watchAgain} from './watch.ts';

/** Does what the person wants. */
export async function carryOut(errand: Errand, visit: Visit): Promise<void> {
	if ('name' in errand) visit.selected = errand.name;
	switch (errand.kind) {
		case 'new':
			await begin(visit, 'back');
			break;
		case 'open':
			await openAny(visit);
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
			await watchAgain(visit, errand.name, errand.upload);
			break;
		case 'remove':
			await removeProfile(visit, errand.name, errand.neighbour);
			break;
		default:
			errand satisfies never;
	}
}
