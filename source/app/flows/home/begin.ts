import {chooseDoor} from '../doors.ts';
import {openAny, trySandbox} from './open.ts';
import {setUpProfile} from './profile.ts';
import type {Visit} from './visit.ts';

/** Asks what to begin with, and does it. Returns false if nothing was chosen. */
export async function begin(visit: Visit, back: 'quit' | 'back'): Promise<boolean> {
	const door = await chooseDoor(visit.stage, visit.services, {back, selected: visit.door});
	if (door !== 'quit') visit.door = door;
	switch (door) {
		case 'quit':
			return false;
		case 'connect':
			await setUpProfile(visit);
			return true;
		case 'file':
			await openAny(visit);
			return true;
		case 'sandbox':
			await trySandbox(visit);
			return true;
	}
}
