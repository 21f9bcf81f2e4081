import {chooseStart} from '../start-options.ts';
import type {HomeContext} from './home-context.ts';
import {openChosenFile, trySandbox} from './open.ts';
import {setUpProfile} from './profile.ts';

/** Asks what to begin with, and does it. Returns false if nothing was chosen. */
export async function showStart(visit: HomeContext, back: 'quit' | 'back'): Promise<boolean> {
	const startOption = await chooseStart(visit.stage, visit.services, {back, selected: visit.startOption});
	if (startOption !== 'quit') visit.startOption = startOption;
	switch (startOption) {
		case 'quit':
			return false;
		case 'connect':
			await setUpProfile(visit);
			return true;
		case 'file':
			await openChosenFile(visit);
			return true;
		case 'sandbox':
			await trySandbox(visit);
			return true;
	}
}
