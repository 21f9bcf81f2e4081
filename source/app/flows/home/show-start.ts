import {chooseStart} from '../start-options.ts';
import {showHistory} from './history.ts';
import type {HomeContext} from './home-context.ts';
import {openChosenFile, trySandbox} from './open.ts';
import {setUpProfile} from './profile.ts';

/** Asks what to start with, and does it. Returns false if the user chose nothing. */
export async function showStart(context: HomeContext, back: 'quit' | 'back'): Promise<boolean> {
	const option = await chooseStart(context.stage, context.services, {back, selected: context.startOption});
	if (option !== 'quit') context.startOption = option;
	switch (option) {
		case 'quit':
			return false;
		case 'connect':
			await setUpProfile(context);
			return true;
		case 'file':
			await openChosenFile(context, 'path');
			return true;
		case 'query':
			await openChosenFile(context, 'query');
			return true;
		case 'history':
			await showHistory(context, undefined);
			return true;
		case 'sandbox':
			await trySandbox(context);
			return true;
	}
}
